using Stances.Extraction.Naming;
using Stances.Extraction.Text;

namespace Stances.Extraction.Finding;

/// <summary>Reads the day that the sentences before one tell, in the same paragraph.</summary>
internal sealed class DaysAround(Scene scene, DayFinder days)
{
    /// <summary>How many sentences ago a day may have been told.</summary>
    private const int Far = 8;

    private readonly DaysBeside beside = new(scene, days);

    /// <summary>The day that an earlier sentence of the paragraph opens with: "On 8 December, a delegation came. It ..."</summary>
    public DateOnly? Opened(Sentence sentence, int within = 1)
    {
        foreach (var (_, before) in Before(sentence))
        {
            if (days.In(before.First, Math.Min(before.First + 6, before.End)).Find(x => x.First <= before.First + within && beside.Own(x)) is { } told)
                return told.Day;
        }

        return null;
    }

    /// <summary>The day of an entry in a list of days: "25 April - Kuwait declares ... The ministry calls it ..."</summary>
    public DateOnly? Listed(Sentence sentence)
    {
        var first = scene.Document.Ranges[sentence.Block].First;
        return days.In(first, Math.Min(first + 7, sentence.End)) is [{ Day: { } day, Future: false } told, ..] && told.First == first
            && told.End < scene.Tokens.Count && scene.Tokens[told.End].Kind is TokenKind.Hyphen or TokenKind.Dash or TokenKind.Colon
                ? day
                : null;
    }

    /// <summary>The day told last in the paragraph.</summary>
    public DateOnly? Last(Sentence sentence) => Dated(sentence)?.Day;

    /// <summary>The day told last in the paragraph, where the sentence that tells it, the one at the index, names this person.</summary>
    public DateOnly? Named(Sentence sentence, CastMember person, out int index)
    {
        index = -1;
        if (Dated(sentence) is not { } told)
            return null;
        index = told.Index;
        var dated = scene.Document.Sentences[told.Index];
        for (var i = dated.First; i < dated.End; i++)
        {
            if (scene.Mentions[i]?.Person == person)
                return told.Day;
        }

        return null;
    }

    private (DateOnly Day, int Index)? Dated(Sentence sentence)
    {
        foreach (var (index, before) in Before(sentence))
        {
            if (days.In(before.First, before.End).FindLast(x => beside.Own(x) && !Recalled(x, before)) is { Day: { } day })
                return (day, index);
        }

        return null;
    }

    /// <summary>"recalled that an envoy had come on 16 September": the day of what was spoken of.</summary>
    private bool Recalled(DayTold told, Sentence sentence)
    {
        for (var i = sentence.First; i < told.First; i++)
        {
            if (scene.Tokens[i].Lower is "recalled" or "recalls" or "recalling" or "recall")
                return true;
        }

        return false;
    }

    private IEnumerable<(int Index, Sentence Sentence)> Before(Sentence sentence)
    {
        var sentences = scene.Document.Sentences;
        var last = scene.Document.SentenceUpTo(sentence.First - 1);
        for (var k = last; k >= 0 && k > last - Far && sentences[k].Block == sentence.Block; k--)
            yield return (k, sentences[k]);
    }
}
