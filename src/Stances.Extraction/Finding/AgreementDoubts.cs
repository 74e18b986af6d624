using System.Collections.Frozen;
using System.Globalization;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells what only looks like something agreed: what is remembered, wished for, or agreed in no point.</summary>
internal sealed class AgreementDoubts(Scene scene, DayFinder days)
{
    /// <summary>What two want alike they have not agreed on yet.</summary>
    private static readonly FrozenSet<string> Aims =
        English.Set("seek seeks sought seeking aim aims aimed aiming plan plans planned planning intend intends intended");

    public bool Any(Statement s, Sentence sentence) =>
        Asked(sentence) || Differ(s) || Neither(s) || Bare(s) || Ready(s) || Aims.Contains(scene.Tokens[s.Verb.First].Lower) || Past(s, sentence);

    /// <summary>"Under the deal, Japan promised a fund": what a paper remembers of it.</summary>
    public bool UnderDeal(Statement s, Sentence sentence)
    {
        if (scene.Tokens[sentence.First].Lower != "under" || s.Verb.First < sentence.First + 4 || scene.Document.QuoteOf[sentence.First] >= 0)
            return false;
        var comma = sentence.First + 1;
        while (comma < Math.Min(sentence.First + 8, s.Verb.First) && scene.Tokens[comma].Kind != TokenKind.Comma)
            comma++;
        return scene.Tokens[comma].Kind == TokenKind.Comma && scene.Tokens[s.Verb.First].Lower.EndsWith("ed", StringComparison.Ordinal)
            && Enumerable.Range(sentence.First, comma - sentence.First)
                .Any(i => scene.Tokens[i].Lower is "deal" or "agreement" or "accord" or "pact" or "treaty" or "memorandum" or "protocol");
    }

    /// <summary>"when they met last November", "in 2015": told as history.</summary>
    private bool Past(Statement s, Sentence sentence)
    {
        var when = false;
        for (var i = s.Note is null ? sentence.First : s.First; i < Math.Min(sentence.End, s.End + 4) - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0)
                continue;
            var (word, next) = (scene.Tokens[i].Lower, scene.Tokens[i + 1]);
            var beside = i >= s.First && (i < s.ContentFirst || when);
            when |= word == "when" && i + 1 < sentence.End && scene.Tokens[i + 1].Lower is "they" or "the" or "both";
            // "Last year the two agreed"
            beside |= i < s.First && s.First - i < 4;
            if (word == "last" && beside && scene.Tokens[Math.Min(i + 2, sentence.End - 1)].Kind != TokenKind.Possessive
                && (English.Months.Contains(next.Lower)
                    || next.Lower is "year" or "month" or "spring" or "summer" or "autumn" or "fall" or "winter" or "decade"))
                return true;
            // "was suspended in November, with the two agreeing to talk": another month than that of the report.
            if (word == "in" && i < s.First && scene.Tags[i + 1] == Tag.Time && English.Months.Contains(next.Lower)
                && i + 2 < scene.Tokens.Count && scene.Tokens[i + 2].Kind != TokenKind.Number
                && days.Published is { } told
                    && !next.Lower.StartsWith(told.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant(),
                        StringComparison.Ordinal))
                return true;
            var at = word == "in" && English.Months.Contains(next.Lower) && i + 2 < scene.Tokens.Count ? scene.Tokens[i + 2] : next;
            if (word == "in" && i < s.First && at.Kind == TokenKind.Number && at.Name.Length == 4 && int.TryParse(at.Name, out var then)
                && days.Published is { } now && then < now.Year && then >= 1900)
                return true;
            if (word == "in" && i < s.ContentFirst + 2 && next.Kind == TokenKind.Number && next.Name.Length == 4
                && int.TryParse(next.Name, out var year) && year >= 1900 && days.Published is { } on && year < on.Year)
                return true;
        }

        return false;
    }

    /// <summary>"What did the two sides agree?"</summary>
    private bool Asked(Sentence sentence) => scene.Tokens[sentence.End - 1].Name == "?";

    /// <summary>"neither Venezuela nor Guyana agreed"</summary>
    private bool Neither(Statement s)
    {
        for (var i = Math.Max(0, s.First - 1); i < s.Verb.First; i++)
        {
            if (scene.Tokens[i].Lower is "neither" or "nor")
                return true;
        }

        return false;
    }

    /// <summary>"agreed on nothing", "had agreed to it", "agree with him": nothing is told that was agreed.</summary>
    private bool Bare(Statement s)
    {
        if (s.Verb.Verb.Kind != VerbKind.Agree || s.ContentFirst < s.Verb.First)
            return false;
        for (var i = s.Verb.First + 1; i < s.ContentEnd; i++)
        {
            if (!(scene.Tokens[i].Lower is "nothing" or "little" or "it" or "him" or "her" or "them" or "that" or "this" or "to" or "on"
                or "with"
                || !scene.Tokens[i].IsWord))
                return false;
        }

        return s.ContentEnd - s.Verb.First is > 1 and < 5;
    }

    /// <summary>What several are ready for they have not agreed on.</summary>
    private bool Ready(Statement s) =>
        s.Verb.Verb.Id == "pledge" && English.Be.Contains(scene.Tokens[s.Verb.First].Lower)
            && Enumerable.Range(s.Verb.First, Math.Min(5, scene.Tokens.Count - s.Verb.First))
                .Any(i => scene.Tokens[i].Lower is "ready" or "willing" or "prepared" or "open" or "keen" or "eager");

    /// <summary>To reaffirm one's differences is to agree on nothing.</summary>
    private bool Differ(Statement s)
    {
        for (var i = s.ContentFirst; i < Math.Min(s.ContentEnd, s.ContentFirst + 4) && scene.Tags[i] != Tag.Infinitive; i++)
        {
            if (scene.Tokens[i].Lower is "differences" or "disagreement" or "disagreements" or "positions" or "stances")
                return true;
        }

        return false;
    }
}
