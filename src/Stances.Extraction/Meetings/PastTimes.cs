using System.Collections.Frozen;
using System.Globalization;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells a meeting of an earlier time by the words of its clause: "last month's summit", "in September", "in 2010", "a few weeks earlier".</summary>
internal sealed class PastTimes(Scene scene)
{
    private static readonly FrozenSet<string> Earlier = English.Set(
            "month year week weekend meeting summit talks this january february march april may june july august september october "
            + "november december spring summer autumn winter");

    /// <summary>"last month's summit", "in September": told of an earlier time.</summary>
    public bool Is(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = scene.Tokens[i].Lower;
            if (word is "last" or "previous" or "earlier" && i + 1 < scene.Tokens.Count && Earlier.Contains(scene.Tokens[i + 1].Lower)
                || word is "ago"
                || word is "since" && !First(first, i) && !(i + 1 < scene.Tokens.Count && scene.Tokens[i + 1].Lower == "then"))
                return true;
            if (Month(i) || Year(i))
                return true;
        }

        return false;
    }

    /// <summary>"A few days later the two spoke again": of a day that nothing tells.</summary>
    public bool Vague(int first, int end)
    {
        for (var i = first; i + 2 < end; i++)
        {
            if (scene.Tokens[i].Lower is "few" or "several" or "some" or "many" && scene.Tokens[i + 1].Lower is "days" or "weeks" or "months" or "years"
                && scene.Tokens[i + 2].Lower is "later" or "earlier" or "before" or "after" or "ago")
                return true;
        }

        return false;
    }

    public bool Month(int first, int end) => Enumerable.Range(first, Math.Max(0, end - first)).Any(Month);

    /// <summary>"was signed in Prague in 2010", of a year before this one.</summary>
    private bool Year(int i) =>
        scene.Tokens[i].Lower is "in" && i + 1 < scene.Tokens.Count && scene.Tokens[i + 1] is { Kind: TokenKind.Number, Name.Length: 4 } year
            && int.TryParse(year.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 1800 && value < scene.Day?.Year;

    /// <summary>"met in Paris in September", "in May 2022": a month without a day.</summary>
    private bool Month(int i) =>
        scene.Tokens[i].Lower is "in" && i + 2 < scene.Tokens.Count && scene.Tags[i + 1] == Tag.Time
            && English.Months.Contains(scene.Tokens[i + 1].Lower)
            && (scene.Tokens[i + 2].Kind != TokenKind.Number || scene.Tokens[i + 2].Name.Length == 4);

    /// <summary>"the first meeting since 2019" is the one that is told.</summary>
    private bool First(int from, int since)
    {
        for (var i = since - 1; i >= from; i--)
        {
            if (scene.Tokens[i].Lower is "first" or "second" or "third" or "latest")
                return true;
        }

        return false;
    }
}
