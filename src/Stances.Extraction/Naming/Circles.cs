using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Who sat or acted together, and which of them "the two", "both sides" and "they" mean at a place in the text.</summary>
internal sealed class Circles(Scene scene, Func<Actor, string?> rankOf)
{
    private const int Reach = 8;

    /// <summary>How far behind those who only stand side by side "they" may be.</summary>
    private const int Near = 60;

    private readonly List<Circle> told = [];
    private readonly Dictionary<string, int> active = new(StringComparer.Ordinal);
    private readonly List<(Actor Actor, int At)> faced = [];
    private int scanned;

    /// <summary>
    /// These sat or acted together, as the text tells at this token; <paramref name="apart"/>: each of several alone, so that none are "the
    /// two" yet.
    /// </summary>
    public void Add(IReadOnlyList<Actor> actors, int at, bool apart)
    {
        Scan(at);
        Tell(actors, at, apart);
    }

    private void Tell(IReadOnlyList<Actor> actors, int at, bool apart) =>
        told.Add(new Circle(actors, [.. actors.Select(x => x.Country).Distinct()], actors.Select(rankOf).FirstOrDefault(x => x is not null), at, apart));

    /// <summary>This one did something at this token.</summary>
    public void Act(Actor actor, int at)
    {
        active[actor.Country] = Math.Max(at, active.GetValueOrDefault(actor.Country));
        if (actor.Kind is ActorKind.Person or ActorKind.Office)
            Face(actor, at);
    }

    /// <summary>
    /// The circle that a word for so many, of that rank where one is told, means at this token: the last one, unless all of another have
    /// done or been told something since. What a ministry tells is of itself and whomever it faced last.
    /// </summary>
    public IReadOnlyList<Actor>? Meant(int? number, string? rank, int at, Func<string, Actor> own)
    {
        Scan(at);
        var circle = Last(number, at, x => rank is null || x.Rank is null || x.Rank == rank);
        var any = circle ?? Last(number, at, _ => true);
        if (scene is { Official: true, Home: { } home } && (any?.Countries.Length ?? number) == 2 && Faced(any, rank, at) is { } other)
            return [own(home), other];
        return circle?.Actors ?? any?.Actors.Select(x => rank is null ? x : own(x.Country)).ToList();
    }

    private Circle? Last(int? number, int at, Func<Circle, bool> fits)
    {
        var near = new List<Circle>();
        for (var i = told.Count - 1; i >= 0 && near.Count < Reach; i--)
        {
            if ((number is null || told[i].Countries.Length == number) && fits(told[i]))
                near.Add(told[i]);
        }

        // Who only faced one another are "the two" where nobody sat together.
        var best = near.Find(x => !x.Apart) ?? near.Find(x => x.Countries.Length == 2 && (number == 2 || number is null && at - x.At < Near));
        foreach (var circle in near)
        {
            if (best is not null && !circle.Countries.All(best.Countries.Contains) && circle.Countries.Length <= best.Countries.Length
                && Least(circle) > Least(best))
                best = circle;
        }

        return best;
    }

    /// <summary>Whom the publisher faced since all others of the circle were told of; who held another rank where nobody of the one asked for was.</summary>
    private Actor? Faced(Circle? circle, string? rank, int at)
    {
        var since = circle is null ? 0 : circle.Countries.Where(x => x != scene.Home).Max(x => Since(circle, x));
        Actor? second = null;
        for (var i = faced.Count - 1; i >= 0 && faced[i].At > since; i--)
        {
            var (actor, when) = faced[i];
            if (when >= at || actor.Country == scene.Home || circle?.Countries.Contains(actor.Country) == true)
                continue;
            if (rank is null || rankOf(actor) is not { } held || held == rank)
                return actor;
            second ??= rank == "minister" && held == "leader" ? actor : null;
        }

        return second;
    }

    private int Since(Circle circle, string country) =>
        circle.Apart ? active.GetValueOrDefault(country) : Math.Max(circle.At, active.GetValueOrDefault(country));

    private int Least(Circle circle) => circle.Countries.Min(x => Since(circle, x));

    private void Face(Actor actor, int at)
    {
        if (actor.Country != scene.Home && (faced.Count == 0 || at >= faced[^1].At))
            faced.Add((actor, at));
    }

    /// <summary>Whoever is named was told something of, who stands behind "with" was faced, and two joined by "and" are a pair.</summary>
    private void Scan(int at)
    {
        for (; scanned < at; scanned++)
        {
            if (scene.Mentions[scanned] is not { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } mention
                || mention.First != scanned)
                continue;
            active[country] = Math.Max(scanned, active.GetValueOrDefault(country));
            var start = scene.PhraseStart(scanned, Math.Max(0, scanned - 12));
            // "the declaration that Petro and Maduro read out. They ..."
            if (start > 1 && scene.Tokens[start - 1].Lower == "and"
                && scene.Mentions[start - 2] is { Kind: MentionKind.Person, Person: { Country: { } other, Private: false } first } && other != country)
                Tell([new Actor(other, first, first.Role, ActorKind.Person), new Actor(country, person, person.Role, ActorKind.Person)], scanned, true);
            if (start > 0 && scene.Tags[start - 1] == Tag.Prep && scene.Tokens[start - 1].Lower == "with")
                Face(new Actor(country, person, person.Role, ActorKind.Person), scanned);
        }
    }

    private sealed record Circle(IReadOnlyList<Actor> Actors, string[] Countries, string? Rank, int At, bool Apart);
}
