using Stances.Domain;
using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>Puts the parts of a question together once its names, times and intent are known.</summary>
internal sealed class Parts
{
    private readonly Draft draft;
    private readonly WorldCatalogue catalogue;
    private readonly IntentReading intent;
    private readonly Actors actors;
    private readonly PeopleAsked names;
    private readonly Remainder rest;

    public Parts(Draft draft, WorldCatalogue catalogue, IntentReading intent)
    {
        (this.draft, this.catalogue, this.intent) = (draft, catalogue, intent);
        actors = new Actors(draft, catalogue, intent);
        names = new PeopleAsked(draft, catalogue, actors);
        rest = new Remainder(draft, catalogue, intent, actors);
    }

    public Question Compose(Question question)
    {
        var rulers = actors.Subjects.FindAll(actors.LeadsGovernment);
        var people = actors.Subjects.Where(Actors.IsPerson).Except(rulers).Select(names.Name).ToList();
        var countries = actors.Subjects.Where(x => !Actors.IsPerson(x)).SelectMany(Actors.Countries)
            .Concat(rulers.SelectMany(names.OfficesOf).Select(x => x.Country)).Distinct().ToList();
        var role = Role(ref countries);
        var asked = countries.Concat(people.SelectMany(x => x.People).SelectMany(names.CountriesOf)).Distinct().ToList();
        var beside = actors.Beside.Where(x => !Actors.IsPerson(x)).SelectMany(Actors.Countries).Distinct().Except(asked).ToList();
        var topics = Topics(asked, beside);
        IReadOnlyList<string> deedOf =
            intent.Position is Position.Supports or Position.Opposes or Position.Concerned or Position.Rejects
                ? [.. rest.DeedOf(names).Distinct()]
                : [];
        var (words, direction) = Claim(topics);
        // The words of the deed name it; whoever takes a side on it says it in others.
        if (deedOf.Count > 0 && topics.Topics.Count > 0)
            words = [];
        var vague = topics is { Weak: true, Topics.Count: > 2 } && intent.Intent is Intent.Said or Intent.EverSaid;
        if ((vague || intent.Intent == Intent.WhoSaid) && intent.Marker < 0 && (intent.Position is null || words.Count > 1)
            && topics.Topics.All(x => topics.Weak || catalogue.Topic(x)!.Generic)
            && rest.Faint().Concat(vague ? rest.Loose() : []).Select(rest.Held).Concat(words).Distinct().ToList() is { Count: > 0 } told
            && (told.Count > 1 || topics is { Weak: true, Topics.Count: > 2 }))
        {
            // "who called it the most important neighbour": the words themselves are looked for.
            words = told;
            topics = topics with { Topics = [], Ambiguous = false, Weak = false };
        }

        var matters = topics.Topics.Count == 0 ? rest.Matters() : [];
        if (topics.Weak && rest.SlotWords().ToList() is { Count: > 0 } more && intent.Intent is not (Intent.Agreed or Intent.Met))
        {
            // "the Fukushima earthquake" is not the water that the name of the place hints at.
            matters = [.. more.Select(x => new Matter(x.Text, [x.Text]))];
            topics = topics with { Topics = [], Ambiguous = false };
        }

        var read = question with
        {
            Intent = intent.Intent,
            Refusal = intent.Refusal,
            Countries = countries,
            People = people,
            Role = role,
            Tenures = [.. rulers.SelectMany(names.OfficesOf).Select(x => new DaySpan(x.From, x.To))],
            Topics = topics.Topics,
            Ambiguous = topics.Ambiguous,
            Matters = matters,
            Positions = intent.Position is { } position ? [position] : [],
            Direction = direction,
            Beside = beside,
            To = [.. actors.Beside.Where(x => Actors.IsPerson(x) && rest.IsTold(x)).Select(names.Name)],
            DeedOf = deedOf,
            Words = words,
            Stateless = actors.Stateless,
            Unknown = Unknown(asked.Count > 0 || people.Count > 0),
        };
        return Timed(Judged(read));
    }

    /// <summary>A question of what held asks of one day; a time in it is that day.</summary>
    private static Question Timed(Question read) =>
        read is { Intent: Intent.Held, AsOf: null, Said.To: { } day } ? read with { AsOf = day, Said = DaySpan.Always } : read;

    /// <summary>Whether the question asks something of the record at all.</summary>
    private Question Judged(Question read)
    {
        if (read.Refusal is not null)
            return read with { Intent = Intent.None };
        var aimed =
            read.Countries.Count + read.People.Count > 0 || read.Role is not null && read.Topics.Count > 0 || read.Unknown is not null
                || read.Stateless.Count > 0;
        var told =
            read.Intent == Intent.WhoSaid && read.Words.Count > 1
                || read.Intent is Intent.Said or Intent.WhoSaid && read.Said is { From: not null, To: not null };
        var empty = !aimed && !told && read.Topics.Count == 0 && read.Quoted is null && read.Matters.Count == 0 && read.Anchor is null && read.Place is null
            && (read.Intent is not (Intent.Met or Intent.Agreed) || read.Said == DaySpan.Always && read.Format is null);
        if (empty)
            return read with { Intent = Intent.None, Refusal = "it names no country, person or matter of the record" };
        if (read.Intent != Intent.None)
            return read;

        var loose = rest.Loose().ToList();
        var asks = draft.At(0) is "what" or "who" or "where" or "when" or "why" or "how" or "is" or "are" or "which" or "was" or "were";
        var doing = Enumerable.Range(0, Math.Min(5, draft.Count)).Any(i => draft.At(i) is "did" or "has" or "have" or "does");
        if (doing && loose.Count > 0 && read.Topics.Count > 0 && read.Countries.Count + read.People.Count > 0)
            return read with { Intent = Intent.EverSaid, Words = [.. loose.Select(x => x.Lower)] };
        if (asks && (intent.Marker < 0 || loose.Count > 0)
            || loose.Count > 0 && read.Topics.Count == 0 && intent.Marker < 0 && read.Countries.Count + read.People.Count == 0
            || loose.Count > 0 && intent.Marker >= 0 && read.Topics.Count == 0)
            return read with { Intent = Intent.None, Refusal = "it does not ask what was said, held, agreed or when somebody met" };
        if (loose.Count > 0 && read.Topics.Count == 0)
            return read with { Intent = Intent.Said, Matters = [.. loose.Select(x => new Matter(x.Text, [x.Text]))], Unknown = null };
        return read with { Intent = Intent.Said };
    }

    private TopicChoice Topics(List<string> asked, List<string> beside)
    {
        var spans =
            draft.Names.Where(x => x.Is(NameKind.Topic) && !draft.Taken[x.Start] && !actors.Subjects.Contains(x)
                && !(IsMeetingWord(x) && !intent.InSlot(x.Start)))
                .ToList();
        // "Kishida's latest remarks" tells of no remarks on religion.
        spans.RemoveAll(x => x.End - x.Start == 1 && QuestionWords.Say.Contains(draft.At(x.Start)) && x.Meanings.All(m => m.Weak));
        // What also names a country or a town is a topic only where no other name tells one.
        if (spans.Exists(x => !x.IsActor))
            spans.RemoveAll(x => x.IsActor);
        var slot = spans.FindAll(x => intent.InSlot(x.Start));
        var chosen = slot.Count > 0 && (slot.Exists(Remainder.IsSure) || !spans.Exists(Remainder.IsSure)) ? slot : spans;
        return TopicChoice.Of(catalogue, chosen, asked, beside);
    }

    private bool IsMeetingWord(Span span) => intent.Intent == Intent.Met && span.Start <= intent.Verb && span.End > intent.Verb
        || intent.Intent == Intent.Met
            && Enumerable.Range(span.Start, span.End - span.Start)
                .Any(i => draft.At(i) is "summit" or "meeting" or "meetings" or "summits" or "talks")
        || intent.Intent == Intent.Agreed && span.Start <= intent.Verb && span.End > intent.Verb;

    /// <summary>What "ever" and "who" were asked to have said: words it must hold, or the side that those words take.</summary>
    private (List<string> Words, Direction? Direction) Claim(TopicChoice topics)
    {
        if (intent.Intent is not (Intent.WhoSaid or Intent.EverSaid) || intent.Verb < 0)
            return ([], null);
        var words = rest.Loose().Concat(rest.Hints()).ToList();
        if (intent.Position is not { } position)
            return ([.. words.Select(rest.Held)], null);
        var side = topics.Topics.Select(x => catalogue.Topic(x)!).Select(x => words.Exists(w => Argues(x.Against, w)) ? Direction.Against
            : words.Exists(w => Argues(x.For, w)) ? Direction.For : (Direction?)null).FirstOrDefault(x => x is not null);
        // To regret that somebody leaves is to be for staying.
        if (side is not null && position is Position.Concerned or Position.Opposes or Position.Rejects)
            side = side == Direction.For ? Direction.Against : side == Direction.Against ? Direction.For : null;
        side ??= position switch { Position.Supports => Direction.For, Position.Opposes => Direction.Against, _ => null };
        return (side is null || topics.Topics.Count == 0 ? [.. words.Select(rest.Held)] : [], side);
    }

    private static bool Argues(IReadOnlyList<string> phrases, Word word)
    {
        var lemma = QuestionWords.Lemma(word.Lower) ?? word.Lower;
        return phrases.Any(x => x == lemma || x == word.Lower);
    }

    private string? Role(ref List<string> countries)
    {
        var (start, end) = actors.Zone;
        foreach (var span in draft.Names.Where(x => x.Is(NameKind.Role) && !x.IsActor && !draft.Taken[x.Start] && x.Start >= start
            && x.End <= Math.Max(end, start)))
        {
            if (draft.Names.Exists(x => Actors.IsPerson(x) && (x.Start == span.End || x.Start == span.End + 1 && draft.Is(span.End, ","))))
                continue;
            var meaning = span.Meanings.First(x => x.Kind == NameKind.Role);
            if (meaning.Id is "diplomat")
                continue;
            if (countries.Count == 0 && span.Meanings.Where(x => x.Kind == NameKind.Role).All(x => x.Country is not null))
                countries = [meaning.Country!];
            return meaning.Id;
        }

        return null;
    }

    /// <summary>The name nobody knows, where somebody must stand.</summary>
    private string? Unknown(bool known)
    {
        if (intent.Intent is Intent.Agreed or Intent.Met)
            return rest.Loose().Where(x => !QuestionWords.IsCommon(x.Lower) && !x.IsNumber && rest.MayName(x)).Select(x => x.Text).FirstOrDefault();
        if (known || actors.Stateless.Count > 0 || intent.Intent is Intent.WhoSaid or Intent.Changed)
            return null;
        var (start, end) = actors.Zone;
        var words =
            Enumerable.Range(start, Math.Max(0, end - start))
                .Where(i => !intent.InSlot(i) && rest.Content(i) && !(i >= intent.Verb && i < intent.VerbEnd)
            && !QuestionWords.Compare.Contains(draft.At(i))).Select(i => draft.Words[i].Text).ToList();
        return words.Count > 0 ? string.Join(' ', words) : null;
    }

}
