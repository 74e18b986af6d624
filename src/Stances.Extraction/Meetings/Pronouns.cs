using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells whom "he" and "him" mean where somebody is met: never two of one country, who do not meet one another.</summary>
internal sealed class Pronouns(Scene scene, Focus focus)
{
    /// <summary>"Khachaturyan received him": somebody of another country than the host's.</summary>
    public List<Actor> Guest(List<Actor> guests, IReadOnlyList<Actor> hosts, int from, int end)
    {
        while (from < end && (scene.Tags[from] is Tag.Adv or Tag.Time || scene.Tokens[from].Lower is "with" or "to"))
            from++;
        if (from >= end || scene.Tokens[from].Lower is not ("him" or "her") || scene.Tags[from] != Tag.ObjPron
            || guests.Exists(x => hosts.All(y => y.Country != x.Country)))
            return guests;
        return focus.He(scene.Tokens[from].Lower == "her" ? "f" : "m", hosts[0].Country) is { } other ? [other] : guests;
    }

    /// <summary>"He then spoke with Foreign Minister Mirzoyan": he is not whoever of Mirzoyan's country was spoken of last.</summary>
    public List<Actor> Host(Party subject, List<Actor> guests)
    {
        if (subject is not { Ground: "pronoun", Actors: [var he] } || guests.Count == 0 || guests.Exists(x => x.Country != he.Country))
            return [.. subject.Actors];
        return focus.He(scene.Tokens[subject.First].Lower == "she" ? "f" : "m", he.Country) is { } other ? [other] : [he];
    }

    /// <summary>
    /// "with the government", "met the president": of the country that the article names most beside the host's; null where no other stands
    /// out.
    /// </summary>
    public Actor? Government(IReadOnlyList<Actor> hosts, int from, int end)
    {
        while (from < end && (scene.Tags[from] is Tag.Adv or Tag.Time || scene.Tokens[from].Lower is "with" or "to"))
            from++;
        if (from + 1 >= end || scene.Tokens[from].Lower != "the" || scene.Tokens[from + 1].Lower is not ("government" or "authorities")
            || from + 2 < end && scene.Tokens[from + 2].Lower == "of")
            return null;
        var most = scene.Countries.Where(x => hosts.All(y => y.Country != x.Key)).OrderByDescending(x => x.Value).Take(2).ToList();
        return most.Count == 0 || most.Count == 2 && most[0].Value <= most[1].Value ? null : new Actor(most[0].Key, null, null, ActorKind.Organ);
    }
}
