using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Finds with whom one that is told to agree agrees: "Russia signed an agreement with Turkey", "agreed with Kang to ...".</summary>
internal sealed class OtherSide(Scene scene, PartyReader parties)
{
    /// <summary>The statement, made by both where it is one that takes two.</summary>
    public Statement Join(Statement s)
    {
        if (s.Verb.Verb.Kind != VerbKind.Agree || s.Party.IsGroup || s.Verb.Verb.Id is not ("agree" or "sign" or "confirm" or "tentatively-agree"))
            return s;
        for (var i = s.Verb.First + 1; i < Math.Min(s.ContentEnd, s.Verb.End + 8); i++)
        {
            if (scene.Tags[i] is Tag.Infinitive or Tag.That or Tag.Finite or Tag.Modal)
                break;
            if (scene.Tokens[i].Lower != "with")
                continue;
            var stop = i + 1;
            while (stop < s.ContentEnd && scene.Tags[stop] is not (Tag.To or Tag.That or Tag.Finite) && scene.Tokens[stop].Lower is not ("on" or "in" or "at" or "for"))
                stop++;
            var others = parties.With(i, stop).Where(x => x.Country != s.Party.Head.Country).ToList();
            return others.Count == 0 ? s : s with { Party = s.Party with { Actors = [.. s.Party.Actors, .. others] } };
        }

        return s;
    }
}
