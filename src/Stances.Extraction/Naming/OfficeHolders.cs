using Stances.Domain.Catalogue;

namespace Stances.Extraction.Naming;

/// <summary>Looks people up among those who held offices on the day, and settles whose country each speaks for.</summary>
internal static class OfficeHolders
{
    /// <summary>"Minister Kono" with no first name: whoever of that name held such an office that day, of a country the article names.</summary>
    public static Person? Of(Scene scene, CastMember member)
    {
        if (scene.Day is not { } day)
            return null;
        var fitting = scene.Gazetteer.Catalogue.People.Where(x => (x.Short.Contains(member.Name) || x.Short.Count == 0 && x.Name.EndsWith(" " + member.Name, StringComparison.Ordinal))
            && x.Offices.Any(y => y.HeldOn(day) && (scene.Countries.ContainsKey(y.Country) || y.Country == scene.Home))).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>Fills in country, office and rank by the catalogue, else by who publishes.</summary>
    public static void Settle(Scene scene, CastMember member)
    {
        if (member.Known is null && !member.Name.Contains(' ', StringComparison.Ordinal) && Of(scene, member) is { } match)
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
        else if (member.Country is null && member.Role is not null && scene.Home is { } home && !member.Private)
        {
            (member.Country, member.Rule) = (home, "source");
        }
    }
}
