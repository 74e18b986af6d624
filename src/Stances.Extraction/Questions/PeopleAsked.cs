using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>The people a question names, and the offices by which they speak for a state.</summary>
internal sealed class PeopleAsked(Draft draft, WorldCatalogue catalogue, Actors actors)
{
    /// <summary>Whom a name may stand for, by the titles and states beside it.</summary>
    public Named Name(Span span)
    {
        var people = span.Meanings.Where(x => x.Kind == NameKind.Person).ToList();
        var sure = people.Exists(x => !x.Weak) ? people.FindAll(x => !x.Weak) : people;
        var names = sure.Select(x => x.Id).ToList();
        var titles = draft.Names.Where(x => x.End == span.Start && x.Is(NameKind.Role)).SelectMany(x => x.Ids(NameKind.Role)).ToList();
        var states =
            draft.Names.Where(x => x.End <= span.Start && x.Start >= span.Start - 5 && !Actors.IsPerson(x) && !actors.Subjects.Contains(x))
                .SelectMany(Actors.Countries).ToList();
        Narrow(names, x => x.Offices.Any(o => titles.Contains(o.Role)));
        Narrow(names, x => x.Offices.Any(o => states.Contains(o.Country)));
        return new Named(actors.TextOf(span), names);
    }

    private void Narrow(List<string> names, Func<Person, bool> fits)
    {
        var fitting = catalogue.People.Where(x => names.Contains(x.Name) && fits(x)).Select(x => x.Name).ToList();
        if (fitting.Count > 0)
            names.RemoveAll(x => !fitting.Contains(x));
    }

    /// <summary>The states somebody has spoken for.</summary>
    public IEnumerable<string> CountriesOf(string person) =>
        catalogue.People.Where(x => x.Name == person).SelectMany(x => x.Offices).Select(x => x.Country).Distinct();

    /// <summary>The offices by which somebody leads a government; any office where he leads none.</summary>
    public List<Office> OfficesOf(Span span)
    {
        var leaders = catalogue.Roles.Where(x => x.Rank == "leader").Select(x => x.Id).ToHashSet();
        var offices = Name(span).People.SelectMany(p => catalogue.People.Where(x => x.Name == p)).SelectMany(x => x.Offices).ToList();
        return offices.Exists(x => leaders.Contains(x.Role)) ? offices.FindAll(x => leaders.Contains(x.Role)) : offices;
    }
}
