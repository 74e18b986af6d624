using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>Whom a question asks about, told from those it only names beside.</summary>
internal sealed class Actors
{
    private readonly Draft draft;
    private readonly WorldCatalogue catalogue;
    private readonly IntentReading intent;
    private readonly List<Span> named;

    public Actors(Draft draft, WorldCatalogue catalogue, IntentReading intent)
    {
        (this.draft, this.catalogue, this.intent) = (draft, catalogue, intent);
        named = [.. draft.Names.Where(IsActor)];
        Subjects = Choose();
        if (Subjects.Count > 1 && intent is { Marker: < 0, Compares: false, Intent: not (Intent.Agreed or Intent.Met) }
            && !draft.Names.Exists(x => x.Is(NameKind.Topic) && !x.IsActor))
            Matter = Subjects.LastOrDefault(x => x.Is(NameKind.Topic) && x != Subjects[0] && draft.At(x.Start - 1) is not ("and" or ","));
        Subjects.RemoveAll(x => x == Matter);
        Beside = [.. named.Except(Subjects)];
        Stateless.AddRange(Subjects.Where(x => x.Is(NameKind.Other) && !x.Is(NameKind.Country) && !x.Is(NameKind.Person)).Select(TextOf));
        Subjects.RemoveAll(x => x.Is(NameKind.Other) && !x.Is(NameKind.Country) && !x.Is(NameKind.Person));
        Subjects.RemoveAll(DropStateless);
        Subjects.RemoveAll(IsTitle);
        if (Subjects.Count == 0 && Stateless.Count == 0 && intent.Intent is not (Intent.Agreed or Intent.Met or Intent.WhoSaid))
            Stateless.AddRange(Enumerable.Range(Zone.Start, Zone.End - Zone.Start)
                .Where(i => QuestionWords.Stateless.Contains(draft.At(i)) && !intent.InSlot(i)).Take(1).Select(i => draft.Words[i].Text));
    }

    public List<Span> Subjects { get; }

    /// <summary>A country that is what the question is about: "macron libya".</summary>
    public Span? Matter { get; }

    public IReadOnlyList<Span> Beside { get; }

    public List<string> Stateless { get; } = [];

    /// <summary>The words between which the subject of the question stands.</summary>
    public (int Start, int End) Zone { get; private set; }

    public string TextOf(Span span) => string.Join(' ', draft.Words.GetRange(span.Start, span.End - span.Start).Select(x => x.Text));

    /// <summary>Whether a name is read as a person here.</summary>
    public static bool IsPerson(Span span) => span.Is(NameKind.Person) && !span.Is(NameKind.Country) && !span.Is(NameKind.Capital);

    /// <summary>The codes a name stands for; a name with a surer reading has only that one.</summary>
    public static IEnumerable<string> Countries(Span span)
    {
        var codes = span.Meanings.Where(x => x.Kind is NameKind.Country or NameKind.Capital).ToList();
        return (codes.Exists(x => !x.Weak) ? codes.FindAll(x => !x.Weak) : codes).Select(x => x.Id).Distinct();
    }

    /// <summary>"Abe's government", "the government of Japan under Abe": a country, in one leader's days.</summary>
    public bool LeadsGovernment(Span span) => IsPerson(span)
        && (QuestionWords.Government.Contains(draft.At(span.End)) || draft.Is(span.Start - 1, "under")
            || (draft.Is(span.Start - 1, "of") && QuestionWords.Government.Contains(draft.At(span.Start - 2))));

    private bool IsActor(Span span) =>
        span.IsActor
            && !(span.Is(NameKind.Topic)
                && (intent.InSlot(span.Start) || span.Is(NameKind.Other) && !span.Is(NameKind.Country) && !span.Is(NameKind.Person)));

    private List<Span> Choose()
    {
        var outside = named.FindAll(x => !intent.InSlot(x.Start));
        if (intent.Intent is Intent.Agreed or Intent.Met)
        {
            Zone = (0, draft.Count);
            return outside;
        }

        if (intent.Intent == Intent.WhoSaid)
        {
            Zone = (0, 0);
            // "who in Tokyo", "which Japanese minister": whose they are is told.
            return outside.FindAll(x => x.End <= Math.Max(intent.Verb, 0) && !IsPerson(x)
                && (draft.At(0) is "which" or "what" && (x.Start == 1 || draft.Is(1, "of")) || Behind(x.Start) is "in" or "from"));
        }

        if (intent.Compares)
        {
            Zone = (0, draft.Count);
            return outside.Count > 1 ? outside : named;
        }

        var clause = intent.Verb;
        if (clause >= 0)
        {
            var auxiliary = Enumerable.Range(0, clause).LastOrDefault(i => draft.At(i) is "did" or "does" or "do" or "has" or "have" or "had", -1);
            if (auxiliary >= 0 && InZone(outside, auxiliary, clause) is { Count: > 0 } inner)
                return inner;
            if (auxiliary >= 0 && auxiliary < clause - 1 && Words(auxiliary + 1, clause).Any())
            {
                Zone = (auxiliary + 1, clause);
                return [];
            }

            var by = named.FindAll(x => draft.At(x.Start - 1) is "by" || (draft.At(x.Start - 1) is "the" && draft.At(x.Start - 2) is "by"));
            if (by.Count > 0)
            {
                Zone = (by[0].Start, draft.Count);
                return [.. named.Where(x => x.Start >= by[0].Start && draft.At(x.Start - 1) is not ("to" or "with" or "against" or "from")
                    && (intent.Marker < by[0].Start || !intent.InSlot(x.Start) || x == by[0]))];
            }

            // "the Japanese have said", "Seoul's statements", "has Tokyo ever".
            if (InZone(outside, -1, clause) is { Count: > 0 } before)
                return before;
        }

        var marked = intent.Marker >= 0 ? InZone(outside, -1, intent.Marker) : [];
        if (marked.Count > 0)
            return marked;
        Zone = (0, intent.Marker >= 0 ? intent.Marker : draft.Count);
        if (outside.Count > 0)
            return outside;
        return named.FindAll(x => draft.At(x.Start - 1) is "by" or "from" && intent.InSlot(x.Start)
            && draft.Names.Exists(t => t.Is(NameKind.Topic) && t.End <= x.Start));
    }

    /// <summary>The word before a place, "the" aside.</summary>
    private string Behind(int i) => draft.Is(i - 1, "the") ? draft.At(i - 2) : draft.At(i - 1);

    private List<Span> InZone(List<Span> spans, int after, int before)
    {
        var inside = spans.FindAll(x => x.Start > after && x.End <= before && !(draft.At(x.Start - 1) is "with" or "against"));
        if (inside.Count > 0)
            Zone = (after + 1, before);
        return inside;
    }

    private IEnumerable<string> Words(int from, int to) =>
        Enumerable.Range(from, to - from).Where(i => draft.Free(i) && !draft.Words[i].IsMark && !QuestionWords.IsFiller(draft.At(i))).Select(draft.At);

    /// <summary>"the South Korean opposition" is not South Korea.</summary>
    private bool DropStateless(Span span)
    {
        var i = span.End;
        while (draft.Free(i) && !draft.Words[i].IsMark && i < span.End + 3)
        {
            if (QuestionWords.Stateless.Contains(draft.At(i)))
            {
                Stateless.Add($"{TextOf(span)} {draft.Words[i].Text}");
                return true;
            }

            if (draft.NameAt(i) is not null || QuestionWords.IsFiller(draft.At(i)) && draft.At(i) is not ("main" or "own"))
                return false;
            i++;
        }

        return false;
    }

    /// <summary>"the Chinese foreign ministry spokesman Wang Wenbin": the country tells whose the man is.</summary>
    private bool IsTitle(Span span)
    {
        if (!span.Is(NameKind.Country) && !span.Is(NameKind.Capital))
            return false;
        var i = span.End;
        while (i < draft.Count && draft.NameAt(i) is not { IsActor: true })
        {
            var title = draft.NameAt(i) is { } name ? name.Is(NameKind.Role) : draft.At(i) is "foreign" or "ministry" or "then" or "former";
            if (!title)
                return false;
            i++;
        }

        return i < draft.Count && draft.NameAt(i) is { } person && IsPerson(person) && catalogue.People.Any(x => person.Ids(NameKind.Person).Contains(x.Name)
            && x.Offices.Any(o => Countries(span).Contains(o.Country)));
    }
}
