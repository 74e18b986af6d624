namespace Stances.Extraction.Questions;

/// <summary>Why a question asks what no record of sayings can tell.</summary>
internal static class Refusals
{
    private const string Ahead = "it asks of days to come, and the record holds only what was said";

    public static string? Of(Draft draft, bool ahead)
    {
        if (ahead || Has(draft, i => draft.Is(i, "going") && draft.Is(i + 1, "to") || draft.At(i) is "predict" or "forecast" or "speculate"))
            return Ahead;
        for (var i = 0; i < Math.Min(3, draft.Count); i++)
        {
            var next = draft.At(i + 1);
            var polite = next is "you" or "i" or "we" || draft.At(i - 1) is "you" or "i";
            if (draft.NameAt(i) is not null || polite)
                continue;
            if (draft.At(i) is "should" or "ought" || (i == 0 && draft.At(i) is "can" or "may" or "might" or "could" && !polite))
                return "it asks what ought to be, and the record holds only what was said";
            if (draft.At(i) is "will" or "would" or "shall" or "wont" or "won't")
                return Ahead;
        }

        if (Has(draft, i => draft.At(i) is "our" or "my" || draft.At(i) is "we" && draft.At(i - 1) is "did" or "do" or "does" or "have"))
            return "it does not tell whose government is meant";
        return AsksWhoDidNot(draft) ? "it asks who said nothing, and the record holds only what was said" : null;
    }

    /// <summary>"who has not condemned it", "which countries kept silent": silence is no event. "Didn't Japan say" asks whether it did.</summary>
    private static bool AsksWhoDidNot(Draft draft)
    {
        if (draft.At(0) is not ("who" or "which" or "what"))
            return false;
        for (var i = draft.Is(0, "who") ? 1 : 2; i < draft.Count; i++)
        {
            if (draft.At(i) is "not" or "never" or "silent" or "silence" || draft.At(i).EndsWith("n't", StringComparison.Ordinal))
                return true;
            if (draft.NameAt(i) is { IsActor: false }
                || QuestionWords.Lemma(draft.At(i)) is not (null or "do" or "have" or "be" or "stay" or "keep" or "remain"))
                return false;
        }

        return false;
    }

    private static bool Has(Draft draft, Func<int, bool> fits) => Enumerable.Range(0, draft.Count).Any(i => draft.NameAt(i) is null && fits(i));
}
