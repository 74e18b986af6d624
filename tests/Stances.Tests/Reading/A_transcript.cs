namespace Stances.Tests.Reading;

public class A_transcript
{
    [Fact]
    public void Goes_on_under_the_office_of_whom_it_introduced() =>
        Assert.Equal(["AUS Penny Wong two-state-solution Supports"], Reader.Stances("""
            Sally Sara, Host: Why now?
            Penny Wong, Foreign Minister: Good to be with you.
            Sara: And what is the aim?
            Foreign Minister: We support a two-state solution.
            """, "2025-06-11"));

    [Fact]
    public void Where_nameless_reporters_ask_is_answered_by_the_house() =>
        Assert.Equal(["USA - myanmar-coup Concerned"], Reader.Stances("""
            Department Press Briefing of the United States Department of State

            QUESTION: What do you say to the violence in Myanmar?

            MR DOE: We condemn it.
            """, "2024-10-01"));

    [Fact]
    public void Holds_nothing_that_a_reporter_of_a_named_house_asks() =>
        Assert.Equal(["JPN Toshimitsu Motegi north-korea-nuclear Concerned"], Reader.Stances("""
            Kyodo News, TAKAO: The Prime Minister of Japan has condemned the ballistic missile launch by North Korea. Will you protest?

            Mr. MOTEGI Toshimitsu, Minister for Foreign Affairs: We condemn the launch by North Korea.
            """, "2019-11-01"));

    [Fact]
    public void Of_a_joint_statement_speaks_for_all_who_are_named_in_it() =>
        Assert.Equal(["CAN - ukraine-war Demands", "FRA - ukraine-war Demands", "JPN - ukraine-war Demands"], Reader.Stances("""
            We, the G7 Foreign Ministers of Canada, France and Japan, met in Bonn.

            We call on Russia to stop its war of aggression against Ukraine.
            """, "2022-11-04"));

    [Fact]
    public void Of_a_briefing_speaks_for_whom_its_title_names() =>
        Assert.Equal(["NOR Anniken Huitfeldt myanmar-coup Concerned"], Reader.Stances("""
            Press Briefing by the Minister of Foreign Affairs of Norway, Anniken Huitfeldt

            Good morning. I met the press last week too.

            We condemn the violence in Myanmar.
            """, "2023-05-04"));
}
