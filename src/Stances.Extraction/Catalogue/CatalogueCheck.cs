using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Words;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Catalogue;

/// <summary>Validates a catalogue: form, names that are referred to, phrases, and every example of every verb.</summary>
public static class CatalogueCheck
{
    private static readonly string[] Ranks = ["leader", "minister", "envoy", "spokesperson", "official"];

    private static readonly string[] Kinds = ["wire", "ministry", "newspaper", "broadcaster", "other"];

    /// <summary>Everything that is wrong in these folders, by file and line; nothing where all is well.</summary>
    public static IReadOnlyList<CatalogueFault> Run(IReadOnlyList<string> folders)
    {
        var reading = CatalogueFiles.Read(folders);
        var faults = reading.Faults.ToList();
        var world = reading.Catalogue;
        void Fault(string file, string key, string reason)
        {
            var place = reading.Places.GetValueOrDefault((file, key));
            faults.Add(new CatalogueFault(place?.File ?? file, place?.Line ?? 0, $"{key}: {reason}"));
        }

        Countries(world, Fault);
        People(world, Fault);
        foreach (var role in world.Roles)
        {
            if (!Ranks.Contains(role.Rank))
                Fault("roles.yaml", role.Id, $"rank '{role.Rank}' is none of {string.Join(", ", Ranks)}");
            foreach (var code in role.By.Keys.Where(x => world.Country(x) is null))
                Fault("roles.yaml", role.Id, $"there is no country {code}");
        }

        foreach (var other in world.Others)
        {
            foreach (var member in other.Members.Where(x => world.Country(x.Country) is null))
                Fault("others.yaml", other.Name, $"there is no country {member.Country}");
        }

        foreach (var publisher in world.Publishers)
        {
            if (!Kinds.Contains(publisher.Kind))
                Fault("sources.yaml", publisher.Id, $"kind '{publisher.Kind}' is none of {string.Join(", ", Kinds)}");
            if (publisher.Country is { } country && world.Country(country) is null)
                Fault("sources.yaml", publisher.Id, $"there is no country {country}");
            if (publisher.Timezone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                Fault("sources.yaml", publisher.Id, $"there is no time zone {zone}");
        }

        var sound = Phrases(world, Fault);
        if (sound && reading.Faults.Count == 0)
            Examples(world, Fault);
        return [.. faults.OrderBy(x => x.File, StringComparer.Ordinal).ThenBy(x => x.Line)];
    }

    private static void Countries(WorldCatalogue world, Action<string, string, string> fault)
    {
        foreach (var country in world.Countries)
        {
            if (country.Code.Length != 3 || country.Code.Any(x => !char.IsAsciiLetterUpper(x)))
                fault("countries.yaml", country.Code, "a code is three capital letters");
            if (country.Timezone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                fault("countries.yaml", country.Code, $"there is no time zone {zone}");
            foreach (var name in country.With.Where(x => world.Country(x.Where) is null))
                fault("countries.yaml", country.Code, $"'{name.Name}' counts beside {name.Where}, but there is no such country");
        }

        var owners = world.Countries.SelectMany(x => x.Names.Append(x.Name).Concat(x.Organs).Distinct().Select(y => (Name: y, x.Code))).GroupBy(x => x.Name);
        foreach (var shared in owners.Where(x => x.Select(y => y.Code).Distinct().Count() > 1))
            fault("countries.yaml", shared.Last().Code, $"'{shared.Key}' is also {shared.First().Code}'s; shared names belong under weak");
    }

    private static void People(WorldCatalogue world, Action<string, string, string> fault)
    {
        foreach (var person in world.People)
        {
            if (person.Gender is not (null or "f" or "m"))
                fault("people.yaml", person.Name, $"gender '{person.Gender}' is neither f nor m");
            foreach (var office in person.Offices)
            {
                if (world.Country(office.Country) is null)
                    fault("people.yaml", person.Name, $"there is no country {office.Country}");
                if (!world.Roles.Any(x => x.Id == office.Role))
                    fault("people.yaml", person.Name, $"there is no role '{office.Role}'");
                if (office.To < office.From)
                    fault("people.yaml", person.Name, $"an office ends on {office.To:yyyy-MM-dd}, before it begins");
            }
        }
    }

    private static bool Phrases(WorldCatalogue world, Action<string, string, string> fault)
    {
        var sound = true;
        void Parse(string file, string key, IEnumerable<string> phrases)
        {
            foreach (var phrase in phrases)
            {
                try
                {
                    Pattern.Parse(phrase.TrimStart('~'));
                }
                catch (FormatException e)
                {
                    sound = false;
                    fault(file, key, e.Message);
                }
            }
        }

        foreach (var topic in world.Topics)
        {
            Parse("topics.yaml", topic.Id, topic.For.Concat(topic.Against).Concat(topic.Apart));
            if (topic.Phrases.Count == 0)
                fault("topics.yaml", topic.Id, "no phrase tells this topic");
            foreach (var code in topic.Countries.Concat(topic.Troubles).Concat(topic.Sides.Keys).Distinct().Where(x => world.Country(x) is null))
                fault("topics.yaml", topic.Id, $"there is no country {code}");
            foreach (var context in topic.Contexts.Where(x => !Plover.Contexts.Contains(x)))
                fault("topics.yaml", topic.Id, $"'{context}' is no context of {Plover.Version}");
            if (topic.Contexts.Distinct().Count() < topic.Contexts.Count)
                fault("topics.yaml", topic.Id, "a context stands there twice");
            foreach (var both in topic.For.Intersect(topic.Against, StringComparer.OrdinalIgnoreCase))
                fault("topics.yaml", topic.Id, $"'{both}' cannot argue both for and against");
        }

        foreach (var verb in world.Verbs)
        {
            Parse("verbs.yaml", verb.Id, verb.Words);
            if (verb.Kind == VerbKind.Stance && verb.Position is null)
                fault("verbs.yaml", verb.Id, "a stance needs a position");
            if (verb.Words.Count == 0)
                fault("verbs.yaml", verb.Id, "no words");
        }

        foreach (var rule in world.Content)
            Parse("content.yaml", rule.Id, rule.Phrases);
        return sound;
    }

    private static void Examples(WorldCatalogue world, Action<string, string, string> fault)
    {
        var reader = new RulesReader(world);
        foreach (var verb in world.Verbs)
        {
            foreach (var example in verb.Examples)
            {
                if (!Read(reader, example.Text).Any(x => Fits(x, example)))
                    fault("verbs.yaml", verb.Id, $"the example is not read as it says: {example.Text}");
            }

            foreach (var text in verb.Not)
            {
                if (Read(reader, text).Count > 0)
                    fault("verbs.yaml", verb.Id, $"nothing should be read in: {text}");
            }
        }
    }

    private static IReadOnlyList<ArticleEvent> Read(RulesReader reader, string text) => reader.Read(new ArticleText(text, null, Source.Unknown)).Events;

    private static bool Fits(ArticleEvent e, VerbExample example) => e switch
    {
        StanceStated s => example.Countries is [var country] && s.Country == country && (example.Position is null || s.Position == example.Position),
        AgreementReached a => a.Parties.Order(StringComparer.Ordinal).SequenceEqual(example.Countries.Order(StringComparer.Ordinal)),
        MeetingHeld m =>
            m.Participants.Select(x => x.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .SequenceEqual(example.Countries.Order(StringComparer.Ordinal)),
        _ => false,
    };
}
