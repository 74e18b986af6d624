using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads who spoke on the telephone where no verb of calling tells it: "settled the last points by telephone".</summary>
internal sealed class PhoneTalks(Scene scene, PartyReader parties)
{
    /// <summary>"settled the last points by telephone"</summary>
    public bool Is(int i) =>
        scene.Tokens[i].Lower is "telephone" or "phone" && i > 0
            && (scene.Tokens[i - 1].Lower == "by"
                || scene.Tokens[i - 1].Lower == "the" && i > 1 && scene.Tokens[i - 2].Lower is "over" or "on");

    public Seated? Read(int phone, List<Predicate> predicates)
    {
        if (predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < phone) is not { Negated: false,
            Match: null or { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } } done)
            return null;
        // "are due to take stock by telephone"
        if (Enumerable.Range(done.Verb, phone - done.Verb).Any(i => scene.Tags[i] is Tag.Infinitive or Tag.Modal))
            return null;
        var actors = done.Subject!.Actors.ToList();
        if (!done.Subject.IsGroup)
            parties.With(done.Verb + 1, phone).Where(x => x.Kind is ActorKind.Person or ActorKind.Office).ToList().ForEach(x => Seated.Add(actors, x));
        return new Seated(actors, done.Start, phone + 1, phone + 6, 0.16, true);
    }
}
