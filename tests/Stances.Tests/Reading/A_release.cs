namespace Stances.Tests.Reading;

public class A_release
{
    [Fact]
    public void Speaks_for_each_government_it_is_given_out_by() => Assert.Equal(
        ["CHL - north-korea-nuclear Concerned", "ECU - north-korea-nuclear Concerned", "URY - north-korea-nuclear Concerned"],
        Reader.Stances(
            "Joint Statement on North Korea\n\nThe text of the following statement was released by the Governments of Chile, Uruguay and Ecuador.\n\n"
            + "We condemn the missile launches by North Korea.", "2025-06-03", "Ministry of Foreign Affairs of Chile").Order());

    [Fact]
    public void Speaks_for_whoever_signs_it() => Assert.Equal(
        ["USA Marco Rubio north-korea-nuclear Concerned"],
        Reader.Stances("Marco Rubio, Secretary of State\n\nPress Statement\n\nWe condemn the missile launches by North Korea.", "2025-06-03", "U.S. Department of State"));

    [Fact]
    public void Speaks_for_the_state_whose_office_gives_it_out() => Assert.Equal(
        ["KEN - north-korea-nuclear Concerned"],
        Reader.Stances("Statement on North Korea\n\nWe condemn the missile launches by North Korea.", "2025-06-03", "Ministry of Foreign Affairs of Kenya"));

    [Fact]
    public void Speaks_for_no_state_where_a_paper_prints_it() =>
        Assert.Equal([], Reader.Stances("Statement on North Korea\n\nWe condemn the missile launches by North Korea.", "2025-06-03", "The Nairobi Examiner"));
}
