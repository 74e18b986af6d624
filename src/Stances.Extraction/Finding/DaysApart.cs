using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads days that are told by the day told before them: "a day earlier", "the next day", "earlier the same day".</summary>
internal sealed class DaysApart(Document document, DayFinder days)
{
    /// <summary>How many sentences ago a day may have been told.</summary>
    private const int Far = 4;

    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>The day that words between two tokens tell so; null where they tell none, or nothing before them does.</summary>
    public DateOnly? In(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.QuoteOf[i] < 0 && At(i) is { } apart && Told(i) is { } day)
                return day.AddDays(apart);
        }

        return null;
    }

    private int? At(int i)
    {
        var word = document.Tokens[i].Lower;
        var before = i > 0 ? document.Tokens[i - 1].Lower : "";
        var next = i + 1 < document.Tokens.Count ? document.Tokens[i + 1].Lower : "";
        if (word is "day" or "evening" or "night" or "morning" or "afternoon" && before is "same" or "that" or "previous" or "next" or "following")
            return before is "previous" ? -1 : before is "next" or "following" ? 1 : 0;
        // "later in the day"
        if (word == "day" && before == "the" && i > 2 && document.Tokens[i - 2].Lower == "in"
            && document.Tokens[i - 3].Lower is "earlier" or "later" or "early" or "late")
            return 0;
        var week = word is "week" or "weeks";
        if (!week && word is not ("day" or "days" or "night" or "evening") || next is not ("earlier" or "before" or "later" or "after") || !Alone(i + 2))
            return null;
        var many = before is "a" or "one" || before == "the" && !week ? 1 : Array.IndexOf(Numbers, before);
        return many < 1 ? null : (next is "earlier" or "before" ? -many : many) * (week ? 7 : 1);
    }

    /// <summary>"a day after the vote" counts from the vote.</summary>
    private bool Alone(int i) =>
        i >= document.Tokens.Count || !document.Tokens[i].IsWord
            || document.Tags[i] is Tag.Finite or Tag.Prep or Tag.Conj or Tag.Have or Tag.Be or Tag.Perfect;

    /// <summary>The day the text told last before a token, not long ago.</summary>
    private DateOnly? Told(int token)
    {
        var own = document.SentenceUpTo(token);
        for (var k = own; k >= Math.Max(0, own - Far); k--)
        {
            var sentence = document.Sentences[k];
            if (days.In(sentence.First, Math.Min(token, sentence.End)).LastOrDefault(x => x is { Day: not null, Future: false })?.Day is { } day)
                return day;
        }

        return null;
    }
}
