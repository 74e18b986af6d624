namespace Stances.Pages;

/// <summary>A form in which programs for references take an entry of a bibliography.</summary>
/// <param name="Ending">What an address ends in that asks for it.</param>
/// <param name="Name">What people call it.</param>
internal sealed record EntryFormat(string Ending, string Name, string MediaType, Func<Bibliography, string> Write)
{
    public static readonly IReadOnlyList<EntryFormat> All =
    [
        new(".bib", "BibTeX", "application/x-bibtex; charset=utf-8", x => x.BibTeX()),
        new(".ris", "RIS", "application/x-research-info-systems; charset=utf-8", x => x.Ris()),
        new(".csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", x => x.CslJson()),
    ];

    /// <summary>The entry as an answer.</summary>
    public IResult Answer(Bibliography entry) => Results.Text(Write(entry), MediaType);
}
