using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>
/// Reads the lists of documents signed that stand behind a visit's report, each document an agreement: "(ii) MoU between ... on tsunami
/// warning".
/// </summary>
internal sealed class PaperLists
{
    private const int Longest = 80;

    private static readonly FrozenSet<string> Papers = English.Set(
            "agreement agreements mou mous memorandum memoranda protocol protocols treaty convention programme program plan declaration "
            + "statement arrangement arrangements accord letter letters exchange contract roadmap minutes pact framework");

    private static readonly FrozenSet<string> Several =
        English.Set("documents agreements mous mou memoranda memorandums instruments outcomes outcome protocols treaties texts following");

    private static readonly FrozenSet<string> Done = English.Set("signed exchanged concluded adopted outcomes list signing exchange inked signature witnessed");

    private readonly Scene scene;
    private readonly Focus focus;
    private readonly PartyReader parties;
    private readonly Verb? sign;
    private readonly bool[] listed;

    public PaperLists(Scene scene, Focus focus, PartyReader parties)
    {
        (this.scene, this.focus, this.parties) = (scene, focus, parties);
        sign = scene.Gazetteer.Verb("sign");
        var papers = Enumerable.Range(0, scene.Document.Blocks.Count).Select(IsPaper).ToArray();
        listed = new bool[papers.Length];
        // What else stands among them by the same marks, an opening or a handing over, ends no list.
        for (var (b, open) = (0, false); b < papers.Length; b++)
        {
            listed[b] = open && papers[b];
            open = Heads(b) || open && (papers[b] || scene.Document.Blocks[b].Bullet);
        }
    }

    /// <summary>Whether the paragraph is one of the documents of such a list.</summary>
    public bool Has(int block) => block < listed.Length && listed[block];

    /// <summary>The agreement that a document of the list is, of those it names, else of those who met.</summary>
    public (Statement Statement, Sentence Sentence)? Read(int index, int block)
    {
        var (first, end) = scene.Document.Ranges[block];
        if (sign is null || !Has(block))
            return null;
        focus.Here = first;
        // "I. Agreement on ...": one letter alone counts where the line is one of such a list.
        if (scene.Tokens[first].Lower is "i" or "v" or "x"
            && (scene.Tokens[first].End - scene.Tokens[first].Start > 1 || scene.Tokens[first + 1].Kind == TokenKind.Stop))
            first += scene.Tokens[first + 1].Kind == TokenKind.Stop ? 2 : 1;
        while (end > first + 1 && scene.Tokens[end - 1].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Comma)
            end--;
        var between =
            Enumerable.Range(first, end - first).Where(i => scene.Tokens[i].Lower == "between").Select(i => parties.Between(i, end))
                .FirstOrDefault()
                ?? [];
        var makers = between.Select(x => x.Country).Distinct().Count() == 2 ? between : focus.Both(null, null, first);
        if (makers is null || makers.Select(x => x.Country).Distinct().Count() < 2)
            return null;
        var party =
            new Party([.. makers.Select(x => x with { Person = null, Role = null, Kind = ActorKind.Country }).Distinct()], first, first,
                "group:met", 0.1);
        return (new Statement(new VerbMatch(sign, first, first, false), false, party, first, end, first, end, Attribution.Document, index,
            party.Penalty, "point"),
            new Sentence(first, end, block));
    }

    /// <summary>A line without a clause that begins with what kind of document it is.</summary>
    private bool IsPaper(int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        if (end - first is < 3 or > Longest
            || Enumerable.Range(first, end - first)
                .Any(i => scene.Tags[i] is Tag.Modal or Tag.Be or Tag.Have || scene.Tags[i] == Tag.Pron && i > first))
            return false;
        for (var i = first;
            i < Math.Min(end, first + 9) && scene.Tags[i] is not (Tag.Prep or Tag.Finite or Tag.Ing)
                && scene.Tokens[i].Kind is not TokenKind.Colon;
            i++)
        {
            if (Papers.Contains(scene.Tokens[i].Lower))
                return !Heads(b);
        }

        return false;
    }

    /// <summary>"Agreements / MoUs exchanged", "The following documents were signed:"</summary>
    private bool Heads(int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        if (end == first || end - first > 40 || scene.Document.Blocks[b].Kind == BlockKind.Body && scene.Tokens[end - 1].Kind != TokenKind.Colon)
            return false;
        var from = end;
        while (from > first && (from == end || scene.Tokens[from - 1].Kind != TokenKind.Stop))
            from--;
        var words = Enumerable.Range(from, end - from).Select(i => scene.Tokens[i].Lower).ToList();
        return words.Exists(Several.Contains) && words.Exists(Done.Contains);
    }
}
