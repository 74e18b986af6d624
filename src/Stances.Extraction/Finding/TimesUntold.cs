using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells what is said at a time that the text gives no day for: again and again, some week or other, on the air.</summary>
internal sealed class TimesUntold(Scene scene)
{
    /// <summary>How many words of a sentence may tell when all of it was.</summary>
    private const int Opening = 6;

    private static readonly FrozenSet<string> Air = English.Set(
            "interview interviews interviewed television tv radio broadcaster newspaper newspapers magazine daily weekly podcast tweeted tweet "
            + "twitter facebook telegram weibo instagram reuters afp ap bbc cnn bloomberg");

    private bool? present;

    /// <summary>"has accused", "had warned", "said last week", "denies" in a report that tells in the past.</summary>
    public bool Any(Statement s, Sentence sentence, bool live)
    {
        if (s.Verb.Verb.Kind == VerbKind.Agree && s.Party.IsGroup)
            return false;
        var i = s.Verb.First - 1;
        while (i > s.First && scene.Tags[i] == Tag.Adv)
            i--;
        if (i >= 0 && s.Note != "postposed" && scene.Tokens[i].Lower is "has" or "have" or "had")
            return !live || scene.Tokens[i].Lower == "had";
        var from = s.Note == "postposed" ? s.ContentEnd : sentence.First;
        var to = s.Note == "postposed" ? Math.Max(s.FrameEnd, s.Verb.End) : Addressed(s);
        for (var k = from; k < Math.Min(to, sentence.End - 1); k++)
        {
            // What another clause before it tells is not when this was said.
            if (s.Note != "postposed" && k >= sentence.First + Opening && k < s.First)
                continue;
            if (scene.Document.QuoteOf[k] < 0 && scene.Tokens[k].Lower is "last" or "this" or "earlier" or "recent"
                && scene.Tokens[k + 1].Lower is "week" or "month" or "year" or "weeks" or "months" or "days" or "years" or "weekend")
                return true;
            if (scene.Document.QuoteOf[k] < 0 && (k < sentence.First + 2 || k >= s.Verb.End) && Span(k))
                return true;
            if (scene.Document.QuoteOf[k] < 0 && (scene.Tokens[k].Lower is "previously" or "repeatedly" or "consistently" or "recently"
                || scene.Tokens[k].Lower == "long" && k + 1 == s.Verb.First))
                return true;
        }

        return Habit(s) && !live && !InPresent;
    }

    /// <summary>"in January", "in 2022"</summary>
    private bool Span(int k) =>
        scene.Tokens[k].Lower is "in" or "during" && !(k > 0 && scene.Tokens[k - 1].Kind == TokenKind.Number)
            && (scene.Tags[k + 1] == Tag.Time && English.Months.Contains(scene.Tokens[k + 1].Lower)
                && !(k + 2 < scene.Tokens.Count && scene.Tokens[k + 2].Kind == TokenKind.Number && scene.Tokens[k + 2].Name.Length < 3)
                || scene.Tokens[k + 1] is { Kind: TokenKind.Number, Name.Length: 4 } year
                    && year.Name.StartsWith("20", StringComparison.Ordinal));

    /// <summary>"said through its spokeswoman last week that": where behind the verb what is said begins.</summary>
    private int Addressed(Statement s)
    {
        var from = Math.Max(s.ContentFirst, s.Verb.End);
        for (var k = s.Verb.End; k < Math.Min(s.ContentEnd, s.Verb.End + 9); k++)
        {
            if (scene.Tags[k] == Tag.That)
                return Math.Max(from, k);
            if (scene.Document.QuoteOf[k] >= 0 || scene.Tags[k] is Tag.Finite or Tag.Modal or Tag.Infinitive)
                return from;
        }

        return from;
    }

    /// <summary>"told state television", "tweeted": said where none of the story takes place.</summary>
    public bool Aired(Statement s, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0)
                continue;
            // Whom it is told stands between the verb and what is said.
            var said = i >= s.ContentFirst && i < s.ContentEnd;
            if (said && !(i - s.Verb.End is >= 0 and < 7 && scene.Tags[i] is not Tag.That))
                continue;
            if (Air.Contains(scene.Tokens[i].Lower) || scene.Tokens[i] is { Name: "X" } && i > 0 && scene.Tokens[i - 1].Lower == "on")
                return true;
        }

        return false;
    }

    /// <summary>Whether the report itself is told in the present, as live pages and broadcasts are.</summary>
    public bool InPresent => present ??= FindPresent();

    /// <summary>"denies", "insists"</summary>
    private bool Habit(Statement s) =>
        s.Verb.End > s.Verb.First && s.Sentence > 1
            && scene.Tokens[s.Verb.First].Lower is "says" or "denies" or "insists" or "regards" or "maintains" or "claims" or "considers"
                or "argues" or "rejects" or "opposes" or "believes";

    private bool FindPresent()
    {
        var (now, then) = (0, 0);
        for (var i = 0; i < scene.Tokens.Count; i++)
        {
            switch (scene.Tokens[i].Lower)
            {
                case "says" or "warns" or "tells" or "adds" or "urges" or "calls" when scene.Document.QuoteOf[i] < 0 && scene.Tags[i] == Tag.Finite:
                    now++;
                    break;
                case "said" or "told" or "added" or "warned" or "urged" or "called" when scene.Document.QuoteOf[i] < 0:
                    then++;
                    break;
            }
        }

        return now >= then;
    }
}
