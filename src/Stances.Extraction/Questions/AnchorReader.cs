namespace Stances.Extraction.Questions;

/// <summary>Reads times that are told by a meeting ("since the Manila meeting", "at the 2018 summit in Seoul") and takes their words.</summary>
internal static class AnchorReader
{
    private const int Room = 7;

    public static Anchor? Read(Draft draft, TimeReader time)
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Free(i) && RelationAt(draft, i) is ({ } relation, var end) && Meeting(draft, end) is { } noun)
                return Build(draft, time, relation, i, noun);
        }

        return null;
    }

    /// <summary>How the time stands to what follows, and where the words that tell it end.</summary>
    private static (Relation? Relation, int End) RelationAt(Draft draft, int i) => draft.At(i) switch
    {
        "since" => (Relation.Since, i + 1),
        "after" or "following" => (Relation.After, i + 1),
        "before" => (Relation.Before, i + 1),
        "prior" or "ahead" when draft.At(i + 1) is "to" or "of" => (Relation.Before, i + 2),
        "run" or "lead" when draft.Is(i + 1, "up") && draft.Is(i + 2, "to") => (Relation.Before, i + 3),
        "around" => (Relation.Around, i + 1),
        "at" or "during" => (Relation.At, i + 1),
        _ => (null, i),
    };

    /// <summary>The noun of a meeting that ends a row of names, years and articles.</summary>
    private static int? Meeting(Draft draft, int from)
    {
        for (var i = from; i < draft.Count && i < from + Room; i++)
        {
            if (draft.At(i) is "meeting" or "summit" or "talks" or "call" or "conference" or "ceremony")
                return i;
            var goes =
                draft.At(i) is "the" or "their" or "its" or "trilateral" or "bilateral" or "phone" or "and" or "first" or "last"
                    || draft.Words[i].IsNumber
                || draft.NameAt(i) is { } name
                    && (name.IsActor || name.Is(NameKind.City) || name.Is(NameKind.Role)
                        || name.End - 1 == i && name.Is(NameKind.Topic) && draft.At(i) is "summit");
            if (!goes)
                return null;
        }

        return null;
    }

    private static Anchor Build(Draft draft, TimeReader time, Relation relation, int start, int noun)
    {
        var end = noun + 1;
        var days = DaySpan.Always;
        for (var i = start + 1; i < noun; i++)
        {
            if (int.TryParse(draft.At(i), out var year) && year is >= 1900 and <= 2100)
                days = new DaySpan(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        string? place = null;
        while (end < draft.Count)
        {
            if (draft.At(end) is "in" or "of" or "on" && time.DaysAt(end + 1) is { } told)
                (days, end) = (told.Days, told.End);
            else if (draft.At(end) is "in" && draft.NameAt(end + 1) is { } where && (where.Is(NameKind.Capital) || where.Is(NameKind.City)))
                (place, end) = (string.Join(' ', draft.Words.GetRange(where.Start, where.End - where.Start).Select(x => x.Text)), where.End);
            else if (draft.At(end) is "between" or "with" or "of" or "and" && draft.NameAt(end + 1) is { IsActor: true } with)
                end = with.End;
            else
                break;
        }

        var within = draft.Names.Where(x => x.Start > start && x.End <= end).ToList();
        foreach (var seat in within.Where(x => x.Start < noun && (x.Is(NameKind.Capital) || x.Is(NameKind.City))))
            place ??= string.Join(' ', draft.Words.GetRange(seat.Start, seat.End - seat.Start).Select(x => x.Text));
        draft.Take(start, end);
        return new Anchor(
            relation, place, [.. within.Where(x => x.Is(NameKind.Country)).SelectMany(x => x.Ids(NameKind.Country)).Distinct()],
            [.. within.Where(x => x.Is(NameKind.Person) && !x.Is(NameKind.Capital) && !x.Is(NameKind.Country))
                .SelectMany(x => x.Ids(NameKind.Person)).Distinct()],
            days, draft.Is(noun, "summit"));
    }
}
