using Stances.Domain.Catalogue;

namespace Stances.Extraction.Naming;

/// <summary>Looks people up among those who held offices on the day, and settles whose country each speaks for.</summary>
internal static class OfficeHolders
{
    /// <summary>"Minister Kono" with no first name: whoever of that name held such an office that day, of a country the article names.</summary>
    public static Person? Of(Scene scene, CastMember member) =>
        scene.Day is not { } day
            ? null
            : Only(scene.Gazetteer.Titled(string.Join(' ', NameForms.Of(member.Name).First()))
                .Where(x => x.Offices.Any(y => y.HeldOn(day) && Named(scene, member, y.Country))));

    /// <summary>
    /// Whether a source names such officials of its own country without saying so; those of bodies, parliaments and other states are told
    /// in full.
    /// </summary>
    public static bool Domestic(string role) =>
        role is not ("commissioner" or "governor" or "ambassador" or "envoy" or "secretary-general" or "commission president"
            or "council president" or "high representative" or "legislator" or "party official" or "counterpart" or "pope"
            or "head of the junta");

    /// <summary>"President Bassirou Faye", "President Rodrigo Roa Duterte": whose full name says more or less, and begins and ends alike.</summary>
    private static Person? Alike(Scene scene, CastMember member)
    {
        var words = NameForms.Of(member.Name).First().ToArray();
        if (scene.Day is not { } day || words.Length < 2)
            return null;
        // "President Hassan Sheikh": the first two of three names.
        var shorter = words.Length == 2 ? scene.Gazetteer.Beginning(string.Join(' ', words)).Where(x => Holds(scene, member, x, day)) : [];
        return Only(scene.Gazetteer.Ending(words[^1])
            .Where(x => Holds(scene, member, x, day) && x.Also.Prepend(x.Name).Any(y => Alike(words, [.. NameForms.Of(y).First()]))).Concat(shorter));
    }

    private static bool Holds(Scene scene, CastMember member, Person person, DateOnly day) =>
        person.Offices.Any(x => x.HeldOn(day) && Named(scene, member, x.Country));

    private static bool Alike(string[] told, string[] full) =>
        full.Length > 1 && told[^1] == full[^1]
            && ((told[0] == full[0] || told[0].Length == 1 && told[0][0] == full[0][0]) && (Within(told, full) || Within(full, told))
                || told.Length > 2 && told.Length < full.Length && full.AsSpan(full.Length - told.Length).SequenceEqual(told));

    private static bool Within(string[] few, string[] many)
    {
        // The first ones are alike, or the one is the other's initial.
        var i = 1;
        foreach (var word in many.Skip(1))
            i += i < few.Length && few[i] == word ? 1 : 0;
        return i == few.Length;
    }

    private static bool Named(Scene scene, CastMember member, string country) =>
        member.Country is { } told ? told == country : scene.Countries.ContainsKey(country) || country == scene.Home;

    private static Person? Only(IEnumerable<Person> people) => people.Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>Fills in country, office and rank by the catalogue, else by who publishes.</summary>
    public static void Settle(Scene scene, CastMember member)
    {
        if (member.Known is null && (Of(scene, member) ?? Alike(scene, member)) is { } match)
            (member.Known, member.Name, member.Gender) = (match, match.Name, match.Gender);
        if (member.Known is { } known)
        {
            var held = known.Offices.Where(x => scene.Day is not { } day || x.HeldOn(day)).OrderByDescending(x => x.From).ToList();
            var office = held.Count > 0 ? held[0] : null;
            if (office is null && known.Offices.Count > 0 && scene.Day is { } on)
            {
                // Near the change of offices a file may be some days off.
                office = known.Offices.OrderBy(x => x.From > on ? x.From.DayNumber - on.DayNumber : on.DayNumber - (x.To ?? on).DayNumber).First();
                var apart = office.From > on ? office.From.DayNumber - on.DayNumber : on.DayNumber - (office.To ?? on).DayNumber;
                if (apart > 45 && member.Role is null)
                    member.Private = true;
            }

            if (office is not null)
            {
                if (held.Count > 0)
                    member.Private = false;
                member.Role ??= office.Role;
                member.Rank ??= scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == office.Role)?.Rank;
                if (member.Country is null || member.Rule != "modifier" || held.Count > 0)
                    (member.Country, member.Rule) = (office.Country, "people-file");
            }
        }
        else if (member.Country is null && member.Role is { } role && scene.Home is { } home && !member.Private && Domestic(role)
            && !Antecedents.Abroad(scene, member.FirstToken))
        {
            (member.Country, member.Rule) = (home, "source");
        }
    }
}
