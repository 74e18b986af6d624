using System.Collections.Frozen;
using Stances.Extraction.Words;

namespace Stances.Extraction.Text;

/// <summary>Cuts the name of the voice, "FOREIGN MINISTER KONO:", from the front of a transcript's paragraph.</summary>
internal static class Labels
{
    private static readonly FrozenSet<string> Askers = English.Set(
        "q question host anchor reporter moderator interviewer presenter journalist correspondent narrator operator anchorman");

    private static readonly FrozenSet<string> Leaders = English.Set("host anchor moderator presenter narrator operator anchorman correspondent");

    /// <summary>Whether the voice is one that asks or leads through, and holds nothing itself.</summary>
    public static bool Asks(string label) =>
        label.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries).Any(x => Askers.Contains(x.ToLowerInvariant()))
            || label.LastIndexOf(',') is > 0 and var comma && !InOffice(label) && IsSurname(label[(comma + 1)..].Trim());

    /// <summary>Whether the voice leads through a broadcast: it tells as well as asks.</summary>
    public static bool Leads(string label) =>
        label.Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries).Any(x => Leaders.Contains(x.ToLowerInvariant()));

    /// <summary>"Kyodo News, TAKAO": a house, then a family name in capitals.</summary>
    private static bool IsSurname(string name) => name.Length > 1 && name.All(x => char.IsUpper(x) || x is '-' or '\'');

    public static (string? Label, int Start) Cut(string text, int start, int end)
    {
        var window = Math.Min(end, start + 90);
        var titled = false;
        for (var i = start; i < window; i++)
        {
            if (text[i] is '.' && i > start && !(i - start <= 3 || (i + 1 < end && text[i + 1] == ' ' && i - start <= 4)))
                return (null, start);
            // "Mr. HAYASHI Yoshimasa, Minister for Foreign Affairs:"
            if (text[i] == ',' && !titled && i > start)
                titled = true;
            else if (text[i] is '!' or '?' or ',' or '"' or '\u201c')
                return (null, start);
            if (text[i] != ':')
                continue;
            var name = text[start..i].Trim();
            if (titled && !InOffice(name) && !Asks(name))
                return (null, start);
            if (i + 1 >= end || !char.IsWhiteSpace(text[i + 1]) || !IsVoice(name))
                return (null, start);
            i++;
            while (i < end && char.IsWhiteSpace(text[i]))
                i++;
            return (name, i);
        }

        return (null, start);
    }

    private static readonly string[] Offices =
        ["Minister", "Spokesperson", "Spokesman", "Spokeswoman", "President", "Secretary", "Ambassador", "Chancellor", "Director"];

    private static bool InOffice(string name) => Offices.Any(x => name.Contains(x, StringComparison.OrdinalIgnoreCase));

    private static bool IsVoice(string name)
    {
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 9)
            return false;
        if (name is "Q" or "A" or "QUESTION" or "Question" or "Answer")
            return true;
        return words.All(x => char.IsUpper(x[0]) || Askers.Contains(x) || x is "of" or "the" or "for" or "and")
            && words.Any(x => char.IsUpper(x[0]) && x.Length > 1);
    }
}
