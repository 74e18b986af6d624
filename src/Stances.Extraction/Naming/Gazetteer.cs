using Stances.Domain.Catalogue;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>All names and offices of the catalogue, ready to be found in a text.</summary>
internal sealed class Gazetteer
{
    private readonly NameTrie<Named> names = new();
    private readonly Dictionary<string, List<Person>> families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> endings = new(StringComparer.Ordinal);
    private readonly NameTrie<(Role Role, string? Country, bool Plural)> roles = new();

    public Gazetteer(WorldCatalogue catalogue)
    {
        Catalogue = catalogue;
        foreach (var country in catalogue.Countries)
            Add(country);
        foreach (var person in catalogue.People)
        {
            Add(person);
        }

        foreach (var other in catalogue.Others)
        {
            foreach (var name in other.Names.Prepend(other.Name))
                Add(name, new Named(MentionKind.Other, null, null, false, null));
        }

        foreach (var role in catalogue.Roles)
        {
            foreach (var name in role.Names)
                AddRole(role, name, null);
            foreach (var (country, own) in role.By)
            {
                foreach (var name in own)
                    AddRole(role, name, country);
            }
        }
    }

    public WorldCatalogue Catalogue { get; }

    /// <summary>The verb of that id; null where the catalogue has none.</summary>
    public Verb? Verb(string id) => Catalogue.Verbs.FirstOrDefault(x => x.Id == id);

    /// <summary>The one of that family name who held an office of that country that day; null where none or several did.</summary>
    public Person? Holder(string name, string country, DateOnly day)
    {
        if (!families.TryGetValue(name, out var bearers))
            return null;
        var holders = bearers.Where(x => x.Offices.Any(y => y.Country == country && y.HeldOn(day))).Take(2).ToList();
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>Everybody of that family name.</summary>
    public IReadOnlyList<Person> Bearers(string name) => families.GetValueOrDefault(name, []);

    /// <summary>Everybody whom a title or an office and that name may mean.</summary>
    public IEnumerable<Person> Titled(string name) => Bearers(name).Concat(last.GetValueOrDefault(name, []));

    /// <summary>Everybody one of whose full names ends in that word.</summary>
    public IReadOnlyList<Person> Ending(string word) => endings.GetValueOrDefault(word, []);

    /// <summary>Everybody of three names or more the first two of whose are these.</summary>
    public IReadOnlyList<Person> Beginning(string two) => beginnings.GetValueOrDefault(two, []);

    private static void Enlist(Dictionary<string, List<Person>> book, string name, Person person)
    {
        if (!book.TryGetValue(name, out var bearers))
            book[name] = bearers = [];
        bearers.Add(person);
    }

    public (int End, IReadOnlyList<Named> Values)? NameAt(IReadOnlyList<Token> tokens, int at, int end) =>
        !tokens[at].IsWord ? null
        : names.Longest(at, end, i => tokens[i].Name) ?? (Shouted(tokens, at, end) ? names.Longest(at, end, i => Spoken(tokens[i])) : null);

    /// <summary>"HAYASHI Yoshimasa", "SOUTH KOREA": letters that are capitals for the eye alone.</summary>
    private static bool Shouted(IReadOnlyList<Token> tokens, int at, int end) =>
        tokens[at].AllCaps && tokens[at].Name.Length > 2 || at + 1 < end && tokens[at].Capital && tokens[at + 1].AllCaps && tokens[at + 1].Name.Length > 2;

    private static string Spoken(Token token) => token.AllCaps && token.Name.Length > 1 ? token.Name[0] + token.Lower[1..] : token.Name;

    public (int End, IReadOnlyList<(Role Role, string? Country, bool Plural)> Values)? RoleAt(IReadOnlyList<Token> tokens, int at, int end) =>
        !tokens[at].IsWord ? null : roles.Longest(at, end, i => tokens[i].Lower) ?? (tokens[at].Capital ? roles.Longest(at, end, i => tokens[i].Name) : null);

    private void Add(Person person)
    {
        foreach (var family in person.Short.SelectMany(NameForms.Of).Select(x => string.Join(' ', x)).Distinct())
            Enlist(families, family, person);
        // Where none of the names stands alone, the last of them does so beside an office.
        if (person.Short.Count == 0)
            Enlist(last, PlainName.Of(person.Name[(person.Name.LastIndexOf(' ') + 1)..]), person);
        foreach (var part in person.Also.Prepend(person.Name).Select(x => NameForms.Of(x).First()[^1]).Distinct())
            Enlist(endings, part, person);

        var words = person.Name.Split(' ');
        if (words.Length > 2)
            Enlist(beginnings, PlainName.Of($"{words[0]} {words[1]}"), person);
        // Japanese and Hungarians are named both ways round.
        if (words is [var given, var house] && person.Offices.Any(x => x.Country is "JPN" or "HUN"))
            Add($"{house} {given}", new Named(MentionKind.Person, null, person, false, null));
        foreach (var name in person.Also.Prepend(person.Name).Where(x => x.Contains(' ', StringComparison.Ordinal) || words.Length == 1 && x.Length > 4))
        {
            foreach (var form in NameForms.Of(name))
                names.Add(form, new Named(MentionKind.Person, null, person, false, null));
        }

        // "Bassirou Faye": the first of three names and the last, where the country is named too.
        if (words.Length > 2 && person.Offices.Count > 0)
        {
            foreach (var family in person.Short.Where(x => x != words[0] && words.Contains(x.Split(' ')[0])))
                Add($"{words[0]} {family}", new Named(MentionKind.Person, null, person, false, person.Offices[0].Country));
        }
    }

    private void Add(Country country)
    {
        var code = country.Code;
        foreach (var name in country.Names.Prepend(country.Name))
            Add(name, new Named(MentionKind.Country, code, null, false, null));
        foreach (var name in country.Weak)
            Add(name, new Named(MentionKind.Country, code, null, true, null));
        foreach (var name in country.With)
            Add(name.Name, new Named(MentionKind.Country, code, null, false, name.Where));
        foreach (var name in country.Adjectives)
            Add(name, new Named(MentionKind.Adjective, code, null, false, null));
        foreach (var name in country.People)
            Add(name, new Named(MentionKind.People, code, null, false, null));
        if (country.Capital is { } capital)
            Add(capital, new Named(MentionKind.Capital, code, null, false, null));
        foreach (var name in country.Organs)
            Add(name, new Named(MentionKind.Organ, code, null, false, null));
        foreach (var name in country.Cities)
            Add(name, new Named(MentionKind.City, code, null, false, null));
    }

    private void Add(string name, Named named)
    {
        var words = Tokenizer.Read(name).Where(x => x.IsWord || x.Kind is TokenKind.Hyphen or TokenKind.Possessive).Select(x => x.Name).ToList();
        names.Add(words, named);
        // "the North" also begins a sentence.
        if (words.Count > 1 && words[0] == "the")
            names.Add(words.Skip(1).Prepend("The"), named);
    }

    private void AddRole(Role role, string name, string? country)
    {
        // "FM", "EAM": what stands in capitals is found in capitals alone.
        var words =
            Tokenizer.Read(name).Where(x => x.IsWord || x.Kind is TokenKind.Hyphen or TokenKind.Possessive or TokenKind.Comma)
                .Select(x => name.Any(char.IsUpper) ? x.Name : x.Lower).ToList();
        if (words.Count == 0)
            return;
        AddRole(role, words, country);
        // "Secretary-General" in capitals is three tokens, "secretary-general" one.
        if (words.Exists(x => x.Length > 1 && x.Contains('-', StringComparison.Ordinal)))
            AddRole(role,
                [.. words.SelectMany(x => x.Length > 1 && x.Contains('-', StringComparison.Ordinal)
                    ? x.Split('-').SelectMany((part, k) => k == 0 ? [part] : (string[])["-", part])
                    : [x])],
                country);
    }

    private void AddRole(Role role, List<string> words, string? country)
    {
        roles.Add(words, (role, country, false));
        // "foreign ministers", but "ministers of foreign affairs" and "secretaries of state".
        var of = words.FindIndex(x => x is "of" or "for" or "to" or "in");
        var head = of > 0 ? of - 1 : words.Count - 1;
        var plural = words.ToList();
        plural[head] = Inflector.Third(plural[head]);
        roles.Add(plural, (role, country, true));
    }
}
