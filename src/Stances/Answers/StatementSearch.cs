using Stances.Domain;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>The statements a question asks for: fetched by who, what and when, then narrowed by all else it says.</summary>
internal sealed class StatementSearch(Record record, Question question, DaySpan days)
{
    /// <summary>The topics that are on a country which is what the question is about.</summary>
    private readonly Dictionary<Matter, IReadOnlyList<string>> named = question.Matters.ToDictionary(x => x, x => question.Beside.Count > 0 ? record.TopicsNaming(x) : []);
    private Direction? side = question.Direction;

    /// <summary>How many statements were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>Whether a change of side was found, where one was asked for.</summary>
    public bool? HasTurned { get; private set; }

    public async Task<List<Statement>> Find(CancellationToken ct)
    {
        var found = await Fetch(ct);
        Looked = found.Count;
        var fitting = found.FindAll(x => Fits(x));
        if (question.DeedOf.Count > 0)
            side = await SideOfDeed(ct);
        if (question.Place is { } place)
            fitting = await SaidAt(x => x.Place is { } at && Wording.Holds(at, place), fitting, ct);
        // Where no meeting tells to whom it was said, all that was said stands.
        if (question.To.Count > 0 && await SaidAt(x => question.To.All(to => x.Participants.Any(p => p.Person is { } seated && to.People.Contains(record.Person(seated)?.Name ?? seated))), fitting, ct) is { Count: > 0 } told)
            fitting = told;
        return question.Intent switch
        {
            Intent.Held => Held(fitting),
            Intent.Changed => Turned(fitting),
            _ when question.Latest => Outermost(Asked(fitting), all => all.Max(x => x.SaidBy)),
            _ when question.First => Outermost(Asked(fitting), all => all.Min(x => x.SaidBy)),
            _ => Asked(fitting),
        };
    }

    /// <summary>The first or last day: of each country that is asked about, or of all where none is.</summary>
    private List<Statement> Outermost(List<Statement> found, Func<IEnumerable<Statement>, DateOnly> day) => Ordered(
        found.GroupBy(x => question.Countries.Count + question.People.Count > 0 ? x.Country : "").SelectMany(all => all.Where(x => x.SaidBy == day(all))));

    /// <summary>The side that whose deed it is took last, which whoever supports the deed takes too; unclear where none is told.</summary>
    private async Task<Direction> SideOfDeed(CancellationToken ct)
    {
        var own = await record.Statements(new StatementFilter(question.DeedOf, question.Topics, To: days.To), ct);
        var last = own.FindLast(x => x.Position != Position.Neutral && x.Direction != Direction.Unclear)?.Direction;
        return question.Positions is [Position.Supports, ..] ? last ?? Direction.Unclear
            : last switch { Direction.For => Direction.Against, Direction.Against => Direction.For, _ => Direction.Unclear };
    }

    private async Task<List<Statement>> Fetch(CancellationToken ct)
    {
        var filter = new StatementFilter(null, question.Topics, From: days.From, To: days.To);
        if (question.Topics.Count > 0 || Words() is not { } words)
            return await Fetch(filter, ct);
        var found = await Fetch(filter with { Words = words }, ct);
        if (named.Values.SelectMany(x => x).Distinct().ToList() is { Count: > 0 } topics)
            found = [.. found.Concat(await Fetch(filter with { Topics = topics }, ct)).DistinctBy(x => x.Told.Cited.Sequence).OrderBy(x => x.SaidBy).ThenBy(x => x.Told.Cited.Sequence)];
        return found;
    }

    private async Task<List<Statement>> Fetch(StatementFilter filter, CancellationToken ct)
    {
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
        : question is { Intent: Intent.WhoSaid, Matters.Count: 0, Words.Count: > 0 } ? string.Join(' ', question.Words.Select(x => x[(x.LastIndexOf(' ') + 1)..]))
        : question.Matters.Count > 0 ? string.Join(" or ", question.Matters[0].Spellings.Select(x => $"\"{x.Replace("\"", "", StringComparison.Ordinal)}\""))
        : null;

    private IEnumerable<string> Spellings(string name) => record.Person(name) is { } person ? person.Also.Prepend(person.Name) : [name];

    private bool Fits(Statement x)
    {
        var words = Said(x);
        if (question.Except.Contains(x.Country) || question.DeedOf.Contains(x.Country) || question.Intent == Intent.WhoSaid && question.Positions.Count > 0 && question.Beside.Contains(x.Country))
            return false;
        if (question.Tenures.Count > 0 && !question.Tenures.Any(t => t.Has(x.SaidBy)))
            return false;
        if (question.Role is { } role && !Speaks(x, role))
            return false;
        if (question.Quoted is { } quoted && !Wording.Holds(words, quoted))
            return false;
        if (question.Topics.Count == 0 && !question.Matters.All(m => (Wording.HoldsAny(words, m) || named[m].Contains(x.Topic)) && !m.Spellings.Any(s => x.Speaker?.Name is { } name && Wording.Holds(name, s))))
            return false;
        return question.Words.All(w => Wording.HoldsWord(words, w));
    }

    /// <summary>What was said in the words of every report of it.</summary>
    private static string Said(Statement x) => string.Join('\n', x.Others.Select(o => o.Cited.Evidence.Exact).Prepend(x.Told.Cited.Evidence.Exact).Append(x.Summary));

    private bool Speaks(Statement x, string role) =>
        x.Speaker is { } speaker && (record.Holds(speaker.Name, role, x.Country, x.SaidBy)
            || record.Catalogue.Roles.FirstOrDefault(r => r.Id == role) is { } office && speaker.Role is { } told && (told == role || office.Names.Any(n => Record.Same(n, told))));

    /// <summary>What was said on the day of such a meeting that the same article tells of.</summary>
    private async Task<List<Statement>> SaidAt(Predicate<Meeting> meeting, List<Statement> statements, CancellationToken ct)
    {
        var there = (await record.Meetings([], days.From, days.To, ct)).FindAll(meeting)
            .SelectMany(x => x.Sources.All.Select(s => (s.Cited.Article.Id, x.HeldBy))).ToHashSet();
        return statements.FindAll(x => x.Others.Append(x.Told).Any(r => there.Contains((r.Cited.Article.Id, x.SaidBy))));
    }

    private List<Statement> Asked(List<Statement> found)
    {
        if (question.Positions.Count == 0)
            return side is { } taken ? found.FindAll(x => x.Direction == taken) : found;
        var asked = question.Positions[0];
        var direction = side ?? asked switch { Position.Supports => Direction.For, Position.Opposes => Direction.Against, _ => null };
        if (question.DeedOf.Count > 0 && direction == Direction.Unclear)
            direction = null;
        var near = asked switch
        {
            // To bind oneself is to support what one is bound by, but not what somebody else did.
            Position.Supports => question.DeedOf.Count > 0 ? [Position.Supports] : [Position.Supports, Position.Commits],
            Position.Opposes => [Position.Opposes, Position.Rejects, Position.Demands, Position.Concerned],
            _ => (IReadOnlyList<Position>)[asked],
        };
        var narrow = found.FindAll(x => near.Contains(x.Position) && (direction is null || x.Direction == direction));
        return narrow.Count == 0 && asked == Position.Supports && question.DeedOf.Count == 0 ? found.FindAll(x => x.Direction == (direction ?? Direction.For) && x.Position != Position.Neutral) : narrow;
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
