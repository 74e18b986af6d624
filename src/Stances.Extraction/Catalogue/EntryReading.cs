using Stances.Domain;
using Stances.Domain.Catalogue;

namespace Stances.Extraction.Catalogue;

/// <summary>How each kind of entry is read from its mapping.</summary>
internal static class EntryReading
{
    public static Country Country(YamlEntry e) => new()
    {
        Code = e.Required("code"),
        Name = e.Required("name"),
        Names = e.Texts("names"),
        Weak = e.Texts("weak"),
        With = [.. e.Entries("with").Select(x => Closed(x, y => new NameWith(y.Required("name"), y.Required("where"))))],
        Adjectives = e.Texts("adjectives"),
        People = e.Texts("people"),
        Capital = e.Optional("capital"),
        Organs = e.Texts("organs"),
        Asked = e.Texts("asked"),
        Cities = e.Texts("cities"),
        Timezone = e.Optional("timezone"),
    };

    public static Person Person(YamlEntry e) => new()
    {
        Name = e.Required("name"),
        Also = e.Texts("also"),
        Short = e.Texts("short"),
        Gender = e.Optional("gender"),
        Offices = [.. e.Entries("offices").Select(x => Closed(x, Office))],
    };

    public static Role Role(YamlEntry e)
    {
        var by = new Dictionary<string, IReadOnlyList<string>>();
        if (e.Map("by") is { } map)
        {
            foreach (var code in map.Keys())
                by[code] = map.Texts(code);
        }

        return new() { Id = e.Required("id"), Names = e.Texts("names"), By = by, Rank = e.Required("rank") };
    }

    public static Other Other(YamlEntry e) => new()
    {
        Name = e.Required("name"),
        Names = e.Texts("names"),
        Members = [.. e.Texts("members").Select(x => new Membership(x, null, null)),
            .. e.Entries("some").Select(x => Closed(x, y => new Membership(y.Required("country"), y.Day("from"), y.Day("to"))))],
    };

    public static Topic Topic(YamlEntry e)
    {
        var beside = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (e.Map("beside") is { } told)
        {
            foreach (var code in told.Keys())
                beside[code] = told.Texts(code);
        }

        var means = new Dictionary<Position, Direction>();
        if (e.Map("means") is { } map)
        {
            foreach (var name in map.Keys())
            {
                if (!Enum.TryParse<Position>(name, ignoreCase: true, out var position))
                    e.Fault("means", $"'{name}' is no position");
                else if (map.Choice<Direction>(name) is { } direction)
                    means[position] = direction;
            }
        }

        var sides = new Dictionary<string, Direction>(StringComparer.Ordinal);
        if (e.Map("sides") is { } own)
        {
            foreach (var (side, name) in ((Direction, string)[])[(Direction.For, "for"), (Direction.Against, "against")])
            {
                foreach (var country in own.Texts(name).Where(x => !sides.TryAdd(x, side)))
                    e.Fault("sides", $"'{country}' stands there twice");
            }

            own.Close();
        }

        return new()
        {
            Id = e.Required("id"),
            Label = e.Required("label"),
            Proposition = e.Required("proposition"),
            Group = e.Required("group"),
            Contexts = e.Texts("contexts"),
            Since = e.Day("since"),
            Countries = e.Texts("countries"),
            Generic = e.Flag("generic"),
            Phrases = e.Texts("phrases"),
            Weak = e.Texts("weak"),
            Apart = e.Texts("apart"),
            Beside = beside,
            Troubles = e.Texts("troubles"),
            Asked = e.Texts("asked"),
            For = e.Texts("for"),
            Against = e.Texts("against"),
            Sides = sides,
            Means = means,
        };
    }

    public static Publisher Publisher(YamlEntry e) => new()
    {
        Id = e.Required("id"),
        Name = e.Required("name"),
        Hosts = e.Texts("hosts"),
        Kind = e.Required("kind"),
        Country = e.Optional("country"),
        Timezone = e.Optional("timezone"),
        Boilerplate = e.Texts("boilerplate"),
    };

    public static Verb Verb(YamlEntry e)
    {
        var kind = e.Choice<VerbKind>("kind");
        if (kind is null && e.Optional("kind") is null)
            e.Fault("kind", "is missing");
        return new()
        {
            Id = e.Required("id"),
            Kind = kind ?? VerbKind.Say,
            Position = e.Choice<Position>("position"),
            Words = e.Texts("words"),
            Nouns = e.Texts("nouns"),
            Stage = e.Choice<AgreementStage>("stage") ?? AgreementStage.Agreed,
            Examples = [.. e.Entries("examples").Select(x => Closed(x, Example))],
            Not = e.Texts("not"),
        };
    }

    public static ContentRule Content(YamlEntry e)
    {
        var position = e.Choice<Position>("position");
        if (position is null && e.Optional("position") is null)
            e.Fault("position", "is missing");
        return new()
        {
            Id = e.Required("id"),
            Position = position ?? Position.Neutral,
            Subject = e.Choice<ContentSubject>("subject") ?? ContentSubject.Any,
            Phrases = e.Texts("phrases"),
        };
    }

    private static Office Office(YamlEntry e)
    {
        var from = e.Day("from");
        if (from is null && e.Optional("from") is null)
            e.Fault("from", "is missing");
        return new Office(e.Required("country"), e.Required("role"), from ?? DateOnly.MinValue, e.Day("to"));
    }

    private static VerbExample Example(YamlEntry e)
    {
        var several = e.Texts("countries");
        return new VerbExample(e.Required("text"), several.Count > 0 ? several : [e.Required("country")], e.Choice<Position>("position"));
    }

    private static T Closed<T>(YamlEntry e, Func<YamlEntry, T> read)
    {
        var entry = read(e);
        e.Close();
        return entry;
    }
}
