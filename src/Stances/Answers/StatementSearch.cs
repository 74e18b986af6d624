using Stances.Domain;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>The statements a question asks for: fetched by who, what and when, then narrowed by all else it says.</summary>
internal sealed class StatementSearch(Record record, Question question, DaySpan days)
{
    /// <summary>How many statements were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>Whether a change of side was found, where one was asked for.</summary>
    public bool? HasTurned { get; private set; }

    public async Task<List<Statement>> Find(CancellationToken ct)
    {
        var found = await Fetch(ct);
        Looked = found.Count;
        var fitting = found.FindAll(x => Fits(x));
        if (question.Place is { } place)
            fitting = await SaidAt(place, fitting, ct);
        return question.Intent switch
        {
            Intent.Held => Held(fitting),
            Intent.Changed => Turned(fitting),
            _ when question.Latest => [.. Asked(fitting).GroupBy(x => x.Country).SelectMany(all => all.Where(x => x.SaidBy == all.Max(y => y.SaidBy)))],
            _ => Asked(fitting),
        };
    }

    private async Task<List<Statement>> Fetch(CancellationToken ct)
    {
        var filter = new StatementFilter(null, question.Topics, From: days.From, To: days.To);
        if (question.Topics.Count == 0 && Words() is { } words)
            filter = filter with { Words = words };
        var found = new List<Statement>();
        if (question.Countries.Count > 0 || question is { People.Count: 0, Unknown: null, Stateless.Count: 0 })
            found.AddRange(await record.Statements(filter with { Countries = question.Countries }, ct));
        foreach (var name in question.People.SelectMany(x => x.People).Distinct().SelectMany(Spellings))
            found.AddRange(await record.Statements(filter with { Person = name }, ct));
        if (question.Unknown is { } unknown)
            found.AddRange(await record.Statements(filter with { Person = unknown }, ct));
        return [.. found.DistinctBy(x => x.Told.Cited.Sequence).OrderBy(x => x.SaidBy).ThenBy(x => x.Told.Cited.Sequence)];
    }

    private string? Words() =>
        question.Quoted is { } quoted ? string.Join(' ', quoted.Split(' ').Where(x => x.Length > 3).Select(x => new string([.. x.Where(char.IsLetterOrDigit)])))
        : question.Matters.Count > 0 ? string.Join(" or ", question.Matters[0].Spellings.Select(x => $"\"{x.Replace("\"", "", StringComparison.Ordinal)}\""))
        : null;

    private IEnumerable<string> Spellings(string name) => record.Person(name) is { } person ? person.Also.Prepend(person.Name) : [name];

    private bool Fits(Statement x)
    {
        var words = Said(x);
        if (question.Tenures.Count > 0 && !question.Tenures.Any(t => t.Has(x.SaidBy)))
            return false;
        if (question.Role is { } role && !Speaks(x, role))
            return false;
        if (question.Quoted is { } quoted && !Wording.Holds(words, quoted))
            return false;
        if (question.Topics.Count == 0 && !question.Matters.All(m => Wording.HoldsAny(words, m) && !m.Spellings.Any(s => x.Speaker?.Name is { } name && Wording.Holds(name, s))))
            return false;
        return question.Words.All(w => Wording.HoldsWord(words, w));
    }

    private static string Said(Statement x) => $"{x.Told.Cited.Evidence.Exact}\n{x.Summary}";

    private bool Speaks(Statement x, string role) =>
        x.Speaker is { } speaker && (record.Holds(speaker.Name, role, x.Country, x.SaidBy)
            || record.Catalogue.Roles.FirstOrDefault(r => r.Id == role) is { } office && speaker.Role is { } told && (told == role || office.Names.Any(n => Record.Same(n, told))));

    /// <summary>What was said on the day of a meeting there that the same article tells of.</summary>
    private async Task<List<Statement>> SaidAt(string place, List<Statement> statements, CancellationToken ct)
    {
        var there = (await record.Meetings([], days.From, days.To, ct)).FindAll(x => x.Place is { } at && Wording.Holds(at, place))
            .Select(x => (x.Cited.Article.Id, x.HeldBy)).ToHashSet();
        return statements.FindAll(x => x.Others.Append(x.Told).Any(r => there.Contains((r.Cited.Article.Id, x.SaidBy))));
    }

    private List<Statement> Asked(List<Statement> found)
    {
        if (question.Positions.Count == 0)
            return question.Direction is { } side ? found.FindAll(x => x.Direction == side) : found;
        var asked = question.Positions[0];
        var direction = question.Direction ?? asked switch { Position.Supports => Direction.For, Position.Opposes => Direction.Against, _ => null };
        var near = asked switch
        {
            Position.Supports => [Position.Supports, Position.Commits],
            Position.Opposes => [Position.Opposes, Position.Rejects, Position.Demands, Position.Concerned],
            _ => (IReadOnlyList<Position>)[asked],
        };
        var narrow = found.FindAll(x => near.Contains(x.Position) && (direction is null || x.Direction == direction));
        return narrow.Count == 0 && asked == Position.Supports ? found.FindAll(x => x.Direction == Direction.For && x.Position != Position.Neutral) : narrow;
    }

    /// <summary>What holds: the last day on which each country took a side on each topic.</summary>
    private static List<Statement> Held(List<Statement> found) => Ordered(found.GroupBy(x => (x.Country, x.Topic)).SelectMany(all =>
    {
        var sided = all.Where(x => x.Position != Position.Neutral && x.Direction != Direction.Unclear).ToList();
        if (sided.Count == 0)
            sided = [.. all.Where(x => x.Direction != Direction.Unclear)];
        if (sided.Count == 0)
            sided = [.. all];
        var last = sided.Max(x => x.SaidBy);
        return sided.Where(x => x.SaidBy == last);
    }));

    /// <summary>What turned a country from one side to the other; the first it said where nothing did.</summary>
    private List<Statement> Turned(List<Statement> found) => Ordered(found.GroupBy(x => (x.Country, x.Topic)).SelectMany(all =>
    {
        var turns = new List<Statement>();
        var side = Direction.Unclear;
        foreach (var said in all.Where(x => x.Position != Position.Neutral && x.Direction != Direction.Unclear))
        {
            if (side != Direction.Unclear && said.Direction != side)
                turns.Add(said);
            side = said.Direction;
        }

        HasTurned = HasTurned == true || turns.Count > 0;
        return turns.Count > 0 ? turns : [all.FirstOrDefault(x => x.Position != Position.Neutral) ?? all.First()];
    }));

    private static List<Statement> Ordered(IEnumerable<Statement> found) => [.. found.OrderBy(x => x.SaidBy).ThenBy(x => x.Told.Cited.Sequence)];
}
