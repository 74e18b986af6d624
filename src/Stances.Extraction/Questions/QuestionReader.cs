using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Stances.Domain.Catalogue;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>Understands questions with the catalogue alone: who is asked about, on what, of which time, and what is wanted.</summary>
public sealed partial class QuestionReader
{
    private readonly WorldCatalogue catalogue;
    private readonly Lexicon lexicon;
    private readonly Spelling spelling;
    private readonly VerbSense verbs;

    /// <summary>A reader of questions with the names of this catalogue.</summary>
    public QuestionReader(WorldCatalogue catalogue)
    {
        this.catalogue = catalogue;
        lexicon = new Lexicon(catalogue);
        spelling = new Spelling(lexicon);
        verbs = new VerbSense(catalogue);
    }

    /// <summary>The question as it is understood on a day.</summary>
    public Question Read(string text, DateOnly today)
    {
        var quoted = Quotation().Match(text) is { Success: true } quote ? quote.Groups[1].Value.Trim() : null;
        var words = Word.Split(quoted is null ? text : Quotation().Replace(text, " ", 1)).ConvertAll(spelling.Right);
        if (words is [{ Lower: "is" }, { Lower: "it" }, { Lower: "true" or "correct" or "right" or "so" }, { Lower: "that" }, ..])
            words.RemoveRange(0, 4);
        var draft = new Draft(text, words);
        draft.Names = lexicon.Find(draft);
        var time = new TimeReader(draft, today);
        var anchor = AnchorReader.Read(draft, time);
        time.Read();
        draft.Names.RemoveAll(x => draft.Taken[x.Start]);
        var except = Exceptions.Take(draft);
        draft.Names.RemoveAll(x => draft.Taken[x.Start]);
        var place = TakePlace(draft);
        draft.Names.RemoveAll(x => draft.Taken[x.Start]);

        var intent = IntentReading.Of(draft, verbs, catalogue, time.Ahead, quoted is not null);
        var parts = new Parts(draft, catalogue, intent);
        return parts.Compose(new Question
        {
            Text = text, Said = time.Said, AsOf = time.AsOf, Anchor = anchor, Place = place, Quoted = quoted, Format = intent.Format, Except = except,
            Latest = Superlative(draft, LastWords, "last"), First = Superlative(draft, FirstWords, "first"), Counts = Counts(draft),
        });
    }

    private static readonly FrozenSet<string> LastWords = English.Set("latest newest"), FirstWords = English.Set("earliest oldest"),
        Counted = English.Set("thing things time times word words statement comment remark reaction response meeting summit talks call agreement deal");

    /// <summary>"the latest", "the last thing", "most recent", "last said"; "last month" is a time and taken already, "oldest first" tells the order.</summary>
    private static bool Superlative(Draft draft, FrozenSet<string> words, string word) =>
        Enumerable.Range(0, draft.Count).Any(i => draft.Free(i) && draft.NameAt(i) is null
        && (words.Contains(draft.At(i)) && !draft.Is(i + 1, "first") && !draft.Is(i + 1, "to")
            || word == "last" && draft.Is(i, "recent") && draft.Is(i - 1, "most")
            || draft.Is(i, word) && !words.Contains(draft.At(i - 1)) && !FirstWords.Contains(draft.At(i - 1))
                && !LastWords.Contains(draft.At(i - 1)) && (Counted.Contains(draft.At(i + 1)) || draft.Is(i + 1, "to")
                || QuestionWords.Lemma(draft.At(i + 1)) is not null && !draft.Words[i + 1].IsMark
                    || QuestionWords.Say.Contains(draft.At(i + 1)) || QuestionWords.Meet.Contains(draft.At(i + 1)))));

    /// <summary>"how many times", "how often".</summary>
    private static bool Counts(Draft draft) =>
        Enumerable.Range(0, draft.Count)
            .Any(i => draft.Is(i, "how")
                && (draft.Is(i + 1, "often")
                    || draft.Is(i + 1, "many") && draft.At(i + 2) is "times" or "statements" or "meetings" or "agreements" or "summits"));

    /// <summary>"in Manila", "the Tokyo meeting": where something was, not whose it is.</summary>
    private static string? TakePlace(Draft draft)
    {
        foreach (var name in draft.Names)
        {
            var before = draft.At(name.Start - 1) is "the" ? draft.At(name.Start - 2) : draft.At(name.Start - 1);
            var seat = (name.Is(NameKind.Capital) || name.Is(NameKind.City)) && !name.Is(NameKind.Topic) && !name.Is(NameKind.Country);
            if (!seat || QuestionWords.Somebody.Contains(draft.At(name.Start - 2))
                || draft.At(name.Start - 2) is "who" or "anyone" or "anybody" or "someone" or "somebody"
                || !(before is "in" or "at" or "near"
                    || draft.At(name.End) is "summit" or "meeting" or "talks" or "trilateral" or "bilateral" or "ceremony" or "conference"
                        or "forum"))
                continue;
            draft.Take(before is "in" or "at" or "near" ? name.Start - 1 : name.Start, name.End);
            return string.Join(' ', draft.Words.GetRange(name.Start, name.End - name.Start).Select(x => x.Text));
        }

        // A town the catalogue does not know: "who met in Karlovy Vary".
        for (var i = 0; i + 1 < draft.Count; i++)
        {
            if (!draft.Free(i) || draft.At(i) is not ("in" or "near") || !draft.Free(i + 1) || draft.NameAt(i + 1) is not null
                || !draft.Words[i + 1].Capital || QuestionWords.IsCommon(draft.At(i + 1)))
                continue;
            var end = i + 2;
            while (end < draft.Count && draft.Words[end].Capital && draft.NameAt(end) is null)
                end++;
            draft.Take(i, end);
            return string.Join(' ', draft.Words.GetRange(i + 1, end - i - 1).Select(x => x.Text));
        }

        return null;
    }

    [GeneratedRegex("[\"\u201c\u201d\u00ab]([^\"\u201c\u201d\u00bb]{3,})[\"\u201c\u201d\u00bb]")]
    private static partial Regex Quotation();
}
