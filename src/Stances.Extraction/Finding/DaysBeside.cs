using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads the day that the words beside a saying's verb tell, and leaves out those that are of something else.</summary>
internal sealed class DaysBeside(Scene scene, DayFinder days)
{
    private static readonly FrozenSet<string> Sayings = English.Set(
            "morning afternoon evening night statement communique communiqué letter declaration note message meeting talks summit "
            + "briefing speech address conference call session press interview news joint");

    private readonly DaysApart apart = new(scene.Document, days);

    /// <summary>The day told of a saying; one in the present has none behind its verb.</summary>
    public DateOnly? Told(Statement s, Sentence sentence, bool present, DateOnly? story)
    {
        var postposed = s.Note == "postposed" && s.ContentEnd <= s.Verb.First;
        var (from, stop) = (postposed ? s.ContentEnd : sentence.First, Math.Max(s.FrameEnd, s.Verb.End));
        // "who took over when his predecessor died on May 19, said on June 3"
        if (days.In(s.Verb.End, Math.Min(s.Verb.End + 5, sentence.End)).Find(x => x.First <= s.Verb.End + 1 && Own(x)) is { } at && Clear(s.Verb.End, at.First))
            return at.Day;
        // "Asked on March 14 whether ..., he said"
        var opening =
            !postposed
                ? from
                : scene.Tokens[sentence.First].Lower is "asked"
                ? Math.Min(sentence.First + 4, s.ContentEnd)
                : Math.Min(s.First, s.ContentFirst);
        var around =
            days.In(sentence.First, opening).Concat(days.In(from, Math.Max(from, s.First))).Concat(days.In(Math.Max(from, s.First), stop))
                .Where(x => Own(x) && !(x.Day < story && Aside(x, s, sentence))).ToList();
        if (s.Note != "postposed" && !present)
        {
            // "called on Seoul on Monday to implement": just behind the verb, before what is said opens a clause.
            for (var i = s.Verb.End; i < Math.Min(s.ContentEnd, s.Verb.End + 16) && Clear(i, i + 1); i++)
                around.AddRange(days.In(i, Math.Min(i + 4, s.ContentEnd)).Where(x => x.First == i && Own(x) && (i < s.Verb.End + 3 || Lately(x))));
        }

        return (around.Find(Issued) ?? around.FirstOrDefault())?.Day ?? (present ? null : apart.In(from, Math.Min(sentence.End, s.Verb.End + 3)));
    }

    /// <summary>"..., a communique issued on January 11 said": who tells it stands behind it.</summary>
    public DateOnly? Reported(Statement s, Sentence sentence) =>
        s.Note == "postposed" || s.End >= sentence.End || scene.Tokens[s.End].Kind != TokenKind.Comma ? null
            : days.In(Math.Max(s.End, s.Verb.End), sentence.End).FirstOrDefault(x => x is { Day: not null, Future: false } && Lately(x))?.Day;

    private bool Clear(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.That or Tag.Infinitive or Tag.Rel or Tag.Finite or Tag.Modal || scene.Document.QuoteOf[i] >= 0)
                return false;
        }

        return true;
    }

    private bool Lately(DayTold told) => told.Day is { } day && (days.Published is not { } on || on.DayNumber - day.DayNumber < 32);

    /// <summary>
    /// A day that is past and tells when something was done: not "the ruling of 3 May", "Monday's launch", "the June 9 accord", "since
    /// Friday".
    /// </summary>
    public bool Own(DayTold told)
    {
        if (told is not { Day: not null, Future: false })
            return false;
        var (tokens, before, behind) = (scene.Tokens, told.First - 1, told.End);
        if (before > 0 && tokens[before].Lower == "of" && !Sayings.Contains(tokens[before - 1].Lower)
            || before >= 0 && tokens[before].Lower is "since" or "until")
            return false;
        // "the agreement reached on March 10"
        if (before > 3 && tokens[before].Lower == "on" && tokens[before - 1].Lower is "reached" or "signed" or "concluded" or "struck" or "inked" or "adopted"
            && scene.Tags[before - 2] == Tag.Noun && tokens[scene.PhraseStart(before - 2, Math.Max(0, before - 8))].Lower is "the" or "their" or "that")
            return false;
        if (behind + 1 >= tokens.Count)
            return true;
        if (tokens[behind].Kind == TokenKind.Possessive)
            return Sayings.Contains(tokens[behind + 1].Lower);
        return before < 0 || scene.Tags[before] is not (Tag.Det or Tag.Poss) || scene.Tags[behind] is not (Tag.Noun or Tag.Ing)
            || Sayings.Contains(tokens[behind].Lower);
    }

    /// <summary>"published on June 1"</summary>
    private bool Issued(DayTold told)
    {
        var at = told.First - 1;
        if (at > 0 && scene.Tokens[at].Lower == "on")
            at--;
        return at >= 0 && scene.Tokens[at].Lower is "published" or "released" or "issued" or "posted";
    }

    /// <summary>"Fico, who met Shmyhal on Wednesday, said", "Recalling the summit held on May 3, they agreed": the day of what is told in passing.</summary>
    private bool Aside(DayTold told, Statement s, Sentence sentence)
    {
        if (Issued(told) || told.End > s.Verb.First || !Enumerable.Range(told.End, s.Verb.First - told.End).Any(i => scene.Tokens[i].Kind == TokenKind.Comma))
            return false;
        for (var i = told.First - 1; i >= sentence.First && scene.Tokens[i].Kind != TokenKind.Comma; i--)
        {
            if (scene.Tokens[i].Lower is "who" or "which" or "whose" or "recalling" or "noting" or "citing" or "remembering" && scene.Document.QuoteOf[i] < 0)
                return true;
        }

        return false;
    }
}
