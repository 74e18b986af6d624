using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>What is left of a question once its names, times and verbs are known.</summary>
internal sealed class Remainder(Draft draft, WorldCatalogue catalogue, IntentReading intent, Actors actors)
{
    /// <summary>What the topic is about, where that is none of the catalogue's.</summary>
    public List<Matter> Matters()
    {
        var matters = new List<Matter>();
        var slot = intent.Marker >= 0;
        foreach (var span in actors.Beside.Where(x => !slot || intent.InSlot(x.Start)))
        {
            var spellings = Actors.IsPerson(span)
                ? span.Ids(NameKind.Person).Select(x => x.Split(' ')).SelectMany(x => (string[])[x[0], x[^1]]).Append(actors.TextOf(span))
                    .Where(x => actors.TextOf(span).Contains(x, StringComparison.OrdinalIgnoreCase))
                : Actors.Countries(span).Select(x => catalogue.Country(x)!)
                    .SelectMany(x => (string?[])[x.Name, .. x.Names, .. x.Adjectives, .. x.People, x.Capital]).OfType<string>()
                    .Append(actors.TextOf(span));
            matters.Add(new Matter(actors.TextOf(span), [.. spellings.Distinct()]));
        }

        foreach (var town in draft.Names.Where(x => slot && intent.InSlot(x.Start) && x.Is(NameKind.City) && !x.IsActor))
            matters.Add(new Matter(actors.TextOf(town), [actors.TextOf(town)]));
        if (slot)
            matters.AddRange(SlotWords().Select(x => new Matter(x.Text, [x.Text])));
        return matters;
    }

    /// <summary>The states of those whose deed is named: "the US withdrawal", "Trump's decision", "the decision of the United States".</summary>
    public IEnumerable<string> DeedOf(PeopleAsked people) =>
        actors.Beside.Where(x => IsDeed(x.End) || IsDeed(x.End + 1) && draft.NameAt(x.End) is null && QuestionWords.Lemma(draft.At(x.End)) is null
            || draft.At(x.Start - 1) is "of" or "by" && QuestionWords.Deed.Contains(draft.At(x.Start - 2))
                || draft.Is(x.Start - 1, "the") && draft.At(x.Start - 2) is "of" or "by"
                    && QuestionWords.Deed.Contains(draft.At(x.Start - 3)))
            .SelectMany(x => Actors.IsPerson(x) ? people.Name(x).People.SelectMany(people.CountriesOf) : Actors.Countries(x));

    /// <summary>A noun of something done, or a verb's form in -ing: "the US leaving".</summary>
    private bool IsDeed(int i) =>
        QuestionWords.Deed.Contains(draft.At(i))
            || draft.At(i).EndsWith("ing", StringComparison.Ordinal) && QuestionWords.Lemma(draft.At(i)) is not null;

    /// <summary>The words that stand where the matter is asked about.</summary>
    public IEnumerable<Word> SlotWords() => Enumerable.Range(0, draft.Count).Where(i => intent.InSlot(i) && Content(i)).Select(i => draft.Words[i]);

    /// <summary>Words that are nobody's name and no part of how questions are asked.</summary>
    public IEnumerable<Word> Loose() => Enumerable.Range(0, draft.Count)
        .Where(i => !intent.InSlot(i) && i != intent.Marker && Content(i) && !(intent.Verb >= 0 && i >= intent.Verb && i < intent.VerbEnd)
            && !QuestionWords.Compare.Contains(draft.At(i)) && !QuestionWords.Change.Contains(draft.At(i)))
        .Select(i => draft.Words[i]);

    /// <summary>Whether somebody is named as the one it was said to: "told Putin", "said to Putin".</summary>
    public bool IsTold(Span span) => intent.Verb >= 0 && !intent.InSlot(span.Start) && (draft.Is(span.Start - 1, "to") && span.Start > intent.Verb
        || span.Start == intent.VerbEnd && draft.At(intent.Verb) is "tell" or "tells" or "told" or "inform" or "informs" or "informed");

    /// <summary>Whether the word can be a name nobody knows: written large, or standing where a party stands and not as "which documents" do.</summary>
    public bool MayName(Word word)
    {
        var i = draft.Words.IndexOf(word);
        return i > 0 && word.Capital
            || draft.At(i - 1) is "did" or "do" or "does" or "has" or "have" or "and" or "with" or "between" or "by" or "of" or "or" or ",";
    }

    /// <summary>
    /// A word as what was said must hold it: as it was typed, for it names nothing it could be a slip of, with "not" before it where it is
    /// denied.
    /// </summary>
    public string Held(Word word)
    {
        var i = draft.Words.IndexOf(word);
        word = word with { Lower = word.Text.ToLowerInvariant() };
        return Enumerable.Range(Math.Max(2, i - 3), Math.Max(0, i - Math.Max(2, i - 3)))
            .Any(x => draft.At(x) is "not" or "never" || draft.At(x).EndsWith("n't", StringComparison.Ordinal))
            ? $"not {word.Lower}"
            : word.Lower;
    }

    /// <summary>The words of the names that only hint at a topic, or at one of the widest.</summary>
    public IEnumerable<Word> Faint() => draft.Names.Where(x => x.Is(NameKind.Topic) && !x.IsActor && !intent.InSlot(x.Start)
            && x.Meanings.All(m => m.Kind != NameKind.Topic || m.Weak || catalogue.Topic(m.Id) is { Generic: true }))
        .SelectMany(x => draft.Words.GetRange(x.Start, x.End - x.Start)).Where(x => !QuestionWords.IsFiller(x.Lower));

    /// <summary>Whether the word is nobody's name and says something of its own.</summary>
    public bool Content(int i) =>
        draft.Free(i) && draft.NameAt(i) is null && !draft.Words[i].IsMark && !QuestionWords.IsFiller(draft.At(i));

    /// <summary>Words that could hint at a topic, but stand apart from the name that tells it: "the 2015 deal is irreversible".</summary>
    public IEnumerable<Word> Hints()
    {
        var told = draft.Names.FindAll(x => IsSure(x) && !x.IsActor);
        return draft.Names.Where(x => !intent.InSlot(x.Start) && told.Count > 0
            && x.Meanings.All(m => m is { Kind: NameKind.Topic, Weak: true }) && !told.Exists(t => t.End == x.Start || t.Start == x.End))
            .SelectMany(x => draft.Words.GetRange(x.Start, x.End - x.Start)).Where(x => !QuestionWords.IsFiller(x.Lower));
    }

    /// <summary>Whether the name alone tells a topic.</summary>
    public static bool IsSure(Span span) => span.Meanings.Any(x => x is { Kind: NameKind.Topic, Weak: false });
}
