using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>Finds the catalogue's names and offices in a document, longest first; names that need company count only where they have it.</summary>
internal static class MentionFinder
{
    public static void Find(Scene scene)
    {
        var found = new List<(int First, int End, IReadOnlyList<Named> Values)>();
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end;)
            {
                if (scene.Gazetteer.NameAt(scene.Tokens, i, end) is { } name && !Another(scene, i, name.End, end)
                    && !(name.Values is [{ Person: { } bearer }] && Namesakes.Longer(scene, i, name.End, end, bearer)))
                {
                    found.Add((i, name.End, name.Values));
                    i = name.End;
                }
                else
                {
                    i++;
                }
            }

            for (var i = first; i < end;)
            {
                i = scene.Gazetteer.RoleAt(scene.Tokens, i, end) is { } role && !Doubled(scene, i, role.End, end)
                    ? MarkRole(scene, i, role.End, role.Values)
                    : i + 1;
            }
        }

        var strong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in found.SelectMany(x => x.Values).Where(x => x is { Country: not null, Weak: false, With: null }))
            strong.Add(value.Country!);
        foreach (var (first, end, values) in found)
        {
            if (Choose(values, strong, scene.Day) is not { } named)
                continue;
            CastMember? person = null;
            if (named.Person is { } known)
            {
                person = scene.Cast.Find(x => x.Known == known);
                if (person is null)
                    scene.Cast.Add(person = new CastMember(known.Name, known));
                person.FirstToken = Math.Min(person.FirstToken, first);
            }

            scene.Mark(new Mention(first, end, named.Kind, named.Country, person));
            if (named.Country is { } country && named.Kind != MentionKind.City)
                scene.Countries[country] = scene.Countries.GetValueOrDefault(country) + 1;
        }
    }

    /// <summary>"Prince Mohammed bin Zayed": what goes on with "bin" is the name of somebody else, if it is one.</summary>
    private static bool Another(Scene scene, int first, int stop, int end)
    {
        if (stop + 1 >= end || scene.Tokens[stop].Lower is not ("bin" or "ibn" or "bint"))
            return false;
        for (var i = first + 1; i < stop; i++)
        {
            if (scene.Gazetteer.NameAt(scene.Tokens, i, end) is { } longer && longer.End > stop)
                return true;
        }

        return false;
    }

    /// <summary>"Amir-Abdollahian": half of a name is no office.</summary>
    private static bool Doubled(Scene scene, int first, int stop, int end) =>
        stop == first + 1 && scene.Tokens[first].Capital
            && (stop + 1 < end && scene.Tokens[stop].Kind == TokenKind.Hyphen && scene.Tokens[stop].Start == scene.Tokens[first].End
                && scene.Tokens[stop + 1].Capital
            || first > 1 && scene.Tokens[first - 1].Kind == TokenKind.Hyphen && scene.Tokens[first - 1].End == scene.Tokens[first].Start
                && scene.Tokens[first - 2].Capital && scene.Mentions[first - 2] is null);

    private static Named? Choose(IReadOnlyList<Named> values, HashSet<string> strong, DateOnly? day)
    {
        // A name made shorter, "Ibrahim Keita", is only his who holds an office.
        var open =
            values.Where(x => x.With is not { } where
                || strong.Contains(where) && (x.Person is not { } person || day is not { } on || person.Offices.Any(y => y.HeldOn(on)))).ToList();
        if (open.Count == 0)
            return null;
        // A weak name yields where another bearer of it is named for certain.
        var sure = open.Where(x => !x.Weak).ToList();
        if (sure.Count == 0)
        {
            var named = open.Where(x => x.Country is { } c && strong.Contains(c)).ToList();
            return named.Count > 0 ? named[0] : open[0];
        }

        return sure.OrderBy(x => Rank(x.Kind)).First();
    }

    private static int Rank(MentionKind kind) => kind switch
    {
        MentionKind.Person => 0,
        MentionKind.Other => 1,
        MentionKind.Country => 2,
        MentionKind.Adjective => 3,
        MentionKind.Organ => 4,
        MentionKind.Capital => 5,
        MentionKind.People => 6,
        _ => 7,
    };

    private static int MarkRole(Scene scene, int first, int end, IReadOnlyList<(Stances.Domain.Catalogue.Role Role, string? Country, bool Plural)> values)
    {
        var single = values.Where(x => x.Country is not null).ToList();
        var best = values.FirstOrDefault(x => x.Country is null);
        if (best.Role is null)
            best = single[0];
        // "secretary of state" tells its country only while it is one country's.
        var country = single.Count == 1 && values.Count == 1 ? single[0].Country : null;
        var mention = new RoleMention(first, end, best.Role!.Id, best.Role.Rank, country, best.Plural);
        for (var i = first; i < end; i++)
            scene.Roles[i] = mention;
        return end;
    }
}
