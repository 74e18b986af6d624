using Stances.Domain.Catalogue;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>Every name of the catalogue as people type it in a question: in any case, with or without hyphens.</summary>
internal sealed class Lexicon
{
    private const int Longest = 10;

    private readonly Dictionary<string, List<Meaning>> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> capitals = new(StringComparer.Ordinal);

    public Lexicon(WorldCatalogue catalogue)
    {
        foreach (var country in catalogue.Countries)
            Add(country);
        foreach (var person in catalogue.People)
        {
            foreach (var name in person.Also.Prepend(person.Name))
                Add(name, new Meaning(NameKind.Person, person.Name, false));
            foreach (var name in person.Short)
                Add(name, new Meaning(NameKind.Person, person.Name, true));
        }

        foreach (var other in catalogue.Others)
        {
            foreach (var name in other.Names.Prepend(other.Name))
                Add(name, new Meaning(NameKind.Other, other.Name, false));
        }

        foreach (var role in catalogue.Roles)
        {
            foreach (var name in role.Names)
                Add(name, new Meaning(NameKind.Role, role.Id, false));
            foreach (var (country, own) in role.By)
            {
                foreach (var name in own)
                    Add(name, new Meaning(NameKind.Role, role.Id, false, country));
            }
        }

        // Whoever is asked about by the name of a body is asked what it said, and not of a matter that it is a word for.
        var bodies = catalogue.Others.SelectMany(x => x.Names.Prepend(x.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in catalogue.Topics)
            Add(topic, bodies);
    }

    /// <summary>Every word of a name, for telling slips from words that are right.</summary>
    public IEnumerable<string> Spellings => names.Keys.SelectMany(x => x.Split(' ')).Distinct();

    /// <summary>The names in a question: those that together make sense of most of its words, and the longest where several do.</summary>
    public List<Span> Find(Draft draft)
    {
        var best = new (double Worth, int Names, Span? First)[draft.Count + 1];
        for (var i = draft.Count - 1; i >= 0; i--)
        {
            best[i] = (best[i + 1].Worth, best[i + 1].Names, null);
            foreach (var span in At(draft, i))
            {
                // "Serbia and Kosovo" are two before they are a matter.
                var hint = span.Meanings.All(x => x.Weak) || (span.End - i == 3 && draft.Is(i + 1, "and"));
                var worth = best[span.End].Worth + ((span.End - i) * (hint ? 0.5 : 1));
                if (worth > best[i].Worth || (worth == best[i].Worth && best[span.End].Names + 1 < best[i].Names))
                    best[i] = (worth, best[span.End].Names + 1, span);
            }
        }

        var found = new List<Span>();
        for (var i = 0; i < draft.Count; i = best[i].First?.End ?? i + 1)
        {
            if (best[i].First is { } span)
                found.Add(span);
        }

        return found;
    }

    /// <summary>The names that begin at a word, the longest first.</summary>
    private IEnumerable<Span> At(Draft draft, int at)
    {
        var most = at;
        while (most < draft.Count && most - at < Longest && !draft.Words[most].IsMark && !draft.Taken[most])
            most++;
        for (var end = most; end > at; end--)
        {
            var key = string.Join(' ', draft.Words.GetRange(at, end - at).Select(x => x.Key));
            if (names.TryGetValue(key, out var meanings) && meanings.FindAll(x => Fits(x, draft, at, end, key)) is { Count: > 0 } meant)
                yield return new Span(at, end, meant);
        }
    }

    /// <summary>Whether a name is meant here: short ones are also common words, or months.</summary>
    private bool Fits(Meaning meaning, Draft draft, int at, int end, string key)
    {
        var word = draft.Words[at];
        if (end - at > 1)
            return true;
        if (key == "us")
            return word.Text is "US" or "U.S" || (draft.At(at - 1) is not ("tell" or "give" or "show" or "let" or "to" or "for" or "of" or "help" or "inform"));
        var common = QuestionWords.IsCommon(word.Lower);
        if (capitals.Contains(key) && common)
            return word.Text.Length > 1 && IsUpper(word.Text);
        if (meaning.Kind == NameKind.Person)
        {
            var dated = (at + 1 < draft.Count && draft.Words[at + 1].IsNumber) || (at > 0 && draft.Words[at - 1].IsNumber)
                || draft.At(at - 1) is "in" or "since" or "before" or "after" or "of" or "by" or "until" or "last" or "early" or "late";
            if (English.Months.Contains(word.Lower) && (dated || !word.Capital))
                return false;
            return !common || (word.Capital && (at > 0 || word.Owner || QuestionWords.About.Contains(draft.At(end))));
        }

        // "Ukraine's president": whose he is tells that an office is meant.
        if (meaning.Kind == NameKind.Role && key == "president" && at > 0 && names.TryGetValue(draft.Words[at - 1].Key, out var before)
            && before.Exists(x => x.Kind is NameKind.Country or NameKind.Capital))
            return true;
        return meaning.Kind is NameKind.Topic ? !(meaning.Weak && IsVerb(draft, at)) : !common || word.Capital;
    }

    /// <summary>"what did Kono demand": the first verb after "did" or "does" is what was done, and hints at no matter.</summary>
    private static bool IsVerb(Draft draft, int at)
    {
        var auxiliary = Enumerable.Range(0, at).LastOrDefault(i => draft.At(i) is "did" or "does" or "do", -1);
        return auxiliary >= 0 && QuestionWords.Lemma(draft.At(at)) == draft.At(at)
            && !Enumerable.Range(auxiliary + 1, at - auxiliary - 1)
                .Any(i => QuestionWords.Lemma(draft.At(i)) is not null || draft.At(i) is "the" or "a" or "this" or "that");
    }

    private void Add(Country country)
    {
        var code = country.Code;
        foreach (var name in (string[])[country.Name, .. country.Names, .. country.Adjectives, .. country.People, .. country.Organs, .. country.Asked])
            Add(name, new Meaning(NameKind.Country, code, false));
        foreach (var name in country.Weak.Concat(country.With.Select(x => x.Name)))
            Add(name, new Meaning(NameKind.Country, code, true));
        if (country.Capital is { } capital)
            Add(capital, new Meaning(NameKind.Capital, code, false));
        foreach (var city in country.Cities)
            Add(city, new Meaning(NameKind.City, code, false));
    }

    private void Add(Topic topic, HashSet<string> bodies)
    {
        foreach (var name in topic.Phrases.Where(x => !bodies.Contains(x)).Concat(topic.Asked).Append(topic.Label).Append(topic.Id))
        {
            var words = Word.Split(name).Where(x => !x.IsMark).ToList();
            var bare = words.Count > 1 && words[0].Lower is "the" or "a" or "an";
            // "the war" tells its topic; "war" alone hints at it.
            if (bare)
                Add(words.Skip(1), new Meaning(NameKind.Topic, topic.Id, words.Count == 2 && !words[1].Capital));
            Add(words, new Meaning(NameKind.Topic, topic.Id, false));
        }

        foreach (var name in topic.Weak)
        {
            var words = Word.Split(name).Where(x => !x.IsMark).ToList();
            if (words.Count > 1 && words[0].Lower is "the" or "a" or "an")
                words.RemoveAt(0);
            Add(words, new Meaning(NameKind.Topic, topic.Id, true));
        }
    }

    private void Add(string name, Meaning meaning) => Add(Word.Split(name).Where(x => !x.IsMark), meaning);

    private void Add(IEnumerable<Word> words, Meaning meaning)
    {
        var list = words.ToList();
        if (list.Count == 0)
            return;
        var key = string.Join(' ', list.Select(x => x.Key));
        if (list.Count == 1 && list[0].Text.Length <= 5 && IsUpper(list[0].Text))
            capitals.Add(key);
        if (!names.TryGetValue(key, out var meanings))
            names[key] = meanings = [];
        if (!meanings.Any(x => x.Kind == meaning.Kind && x.Id == meaning.Id && (!x.Weak || meaning.Weak)))
        {
            meanings.RemoveAll(x => x.Kind == meaning.Kind && x.Id == meaning.Id);
            meanings.Add(meaning);
        }
    }

    private static bool IsUpper(string text) => !text.Any(char.IsLower);
}
