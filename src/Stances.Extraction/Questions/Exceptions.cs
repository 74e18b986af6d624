namespace Stances.Extraction.Questions;

/// <summary>Reads who is not asked about ("besides Israel", "other than Japan and China") and takes their words.</summary>
internal static class Exceptions
{
    public static List<string> Take(Draft draft)
    {
        var countries = new List<string>();
        for (var i = 0; i < draft.Count; i++)
        {
            if (!draft.Free(i) || WordsAt(draft, i) is not { } at)
                continue;
            var end = i;
            while (draft.NameAt(at) is { IsActor: true } name && !Actors.IsPerson(name))
            {
                countries.AddRange(Actors.Countries(name));
                end = name.End;
                at = draft.At(end) is "and" or "or" or "," ? end + 1 : end;
                at = draft.Is(at, "the") ? at + 1 : at;
            }

            draft.Take(i, end);
        }

        return countries;
    }

    /// <summary>Where the names begin behind words of exception.</summary>
    private static int? WordsAt(Draft draft, int i)
    {
        var end = draft.At(i) switch
        {
            "besides" or "except" or "excluding" or "excepting" or "bar" => i + 1,
            "apart" or "aside" when draft.Is(i + 1, "from") => i + 2,
            "other" when draft.Is(i + 1, "than") => i + 2,
            _ => -1,
        };
        if (end < 0)
            return null;
        return draft.At(end) is "the" or "for" ? end + 1 : end;
    }
}
