using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who sat where a bloc's leaders or ministers are told to have met as a whole: "the six Gulf states", "his Nordic colleagues".</summary>
internal sealed class Blocs(Scene scene)
{
    private const int Lead = 6;

    /// <summary>Beside these not all of them are meant.</summary>
    private static readonly FrozenSet<string> Partly =
        English.Set("some several most many few other certain various individual fellow former one non smaller larger prospective candidate");

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private Dictionary<string, Other>? byName;

    /// <summary>The members of the first bloc that is told as a whole between two tokens, with the token its phrase begins at; null where none is.</summary>
    public (List<Actor> Actors, int First)? In(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Other } name && name.First == i && Called(name) is { Members.Count: > 1 } bloc
                && Whole(name, first, end) is { } whole && Members(bloc, whole.Head) is { Count: > 1 } members
                && Counted(whole.First, name.First, members.Count))
                return (members, whole.First);
        }

        return null;
    }

    /// <summary>The bloc whose name, or whose people's, ends right before a verb.</summary>
    public Party? Before(int verb, int floor)
    {
        var at = verb;
        while (at > Math.Max(floor, verb - 18) && scene.Document.QuoteOf[at - 1] < 0
            && scene.Tags[at - 1] is not (Tag.Finite or Tag.Modal or Tag.Perfect or Tag.That or Tag.Rel or Tag.Sub)
            && scene.Tokens[at - 1].Kind != TokenKind.Semicolon)
            at--;
        return In(at, verb) is { } bloc ? new Party(bloc.Actors, bloc.First, verb, "group", 0.06) : null;
    }

    private Other? Called(Mention name)
    {
        byName ??= scene.Gazetteer.Catalogue.Others.Where(x => x.Members.Count > 0)
            .SelectMany(x => x.Names.Prepend(x.Name).Select(y => (Name: y, Bloc: x)))
            .GroupBy(x => x.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(x => x.Key, x => x.First().Bloc, StringComparer.OrdinalIgnoreCase);
        return byName.GetValueOrDefault(scene.Document.Text[scene.Tokens[name.First].Start..scene.Tokens[name.End - 1].End]);
    }

    /// <summary>Where the phrase begins, and the word that tells who of them met; null where it tells of the bloc and not of all in it.</summary>
    private (int First, int? Head)? Whole(Mention name, int first, int end)
    {
        var at = name.End;
        if (at < end && scene.Tokens[at].Kind == TokenKind.Open)
            at = Enumerable.Range(at, Math.Min(end, at + 4) - at).FirstOrDefault(i => scene.Tokens[i].Kind == TokenKind.Close, at - 1) + 1;
        while (at < end && (scene.Tokens[at].Kind == TokenKind.Possessive || scene.Tokens[at].Lower is "member" or "partner" or "founding"))
            at++;
        int? behind = at < end && (scene.Roles[at] is { Plural: true } || OrganWords.Groups.Contains(scene.Tokens[at].Lower)) ? at : null;
        var start = scene.PhraseStart(name.First, first);
        // "the foreign ministers of the Baltic states", "leaders of the six members of"
        var states = behind is { } own && scene.Roles[own] is null && scene.Tokens[own].Lower is "states" or "countries" or "nations" or "members";
        var head = states ? null : behind;
        if (head is null && start - 1 > first && scene.Tokens[start - 1].Lower is "of" or "from"
            && (scene.Roles[start - 2] is { Plural: true } || OrganWords.Groups.Contains(scene.Tokens[start - 2].Lower)))
            (head, start) = (start - 2, scene.PhraseStart(start - 2, first));
        var plural = scene.Tokens[name.End - 1].Lower is "states" or "countries" or "nations" or "republics";
        return head is not null || behind is not null || plural ? (start, head) : null;
    }

    /// <summary>Whether all are meant, by what stands before the name.</summary>
    private bool Counted(int first, int name, int members)
    {
        for (var i = Math.Max(first - 2, name - Lead); i < name; i++)
        {
            if (i < 0)
                continue;
            if (Partly.Contains(scene.Tokens[i].Lower) || Array.IndexOf(Numbers, scene.Tokens[i].Lower) is > 0 and var told && told != members)
                return false;
        }

        return true;
    }

    private List<Actor> Members(Other bloc, int? head)
    {
        var role = head is { } at ? scene.Roles[at] : null;
        var rank = role?.Rank ?? (head is { } word && scene.Tokens[word].Lower is "leaders" or "presidents" or "premiers" ? "leader" : null);
        return [.. bloc.Members.Where(x => x.HeldOn(scene.Day ?? DateOnly.MaxValue)).Select(x => Member(x.Country, role?.Role, rank))];
    }

    /// <summary>Whoever of that rank the article names, where it is one alone.</summary>
    private Actor Member(string country, string? role, string? rank)
    {
        var known = rank is null ? [] : scene.Cast.Where(x => x.Country == country && x.Rank == rank && !x.Private).Take(2).ToList();
        return known is [var person]
            ? new Actor(country, person, person.Role, ActorKind.Person)
            : new Actor(country, null, role, ActorKind.Office);
    }
}
