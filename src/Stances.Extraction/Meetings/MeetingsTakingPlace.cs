using System.Collections.Frozen;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>
/// Reads meetings that are told to have taken place: "the sixth dialogue was held in Kabul between A and B", "talks between A and B
/// opened in Geneva", "the third Kenya-Uganda commission met, co-chaired by A and B". Who sat there is told around the verb.
/// </summary>
internal sealed class MeetingsTakingPlace(Scene scene, PartyReader parties, Company company)
{
    private readonly MeetingBounds bounds = new(scene);
    private readonly Blocs blocs = new(scene);

    private static readonly FrozenSet<string> Happens = English.Set("took opened convened began ended concluded continued resumed started kicked culminated");

    private static readonly FrozenSet<string> Arranged =
        English.Set("held hosted convened organised organized opened concluded chaired co-chaired attended completed conducted");

    private static readonly FrozenSet<string> Bodies = English.Set("commission committee council mechanism forum group");

    /// <summary>"the joint commission of Kenya and Uganda met": a body that two countries have together, and that has sat.</summary>
    public bool Sat(int body, Sentence sentence) =>
        Bodies.Contains(scene.Tokens[body].Lower) && scene.Tags[body] is Tag.Noun or Tag.Name && Verb(body, sentence) is { } verb
            && (scene.Tokens[verb].Lower is "met" or "convened"
                || scene.Tokens[verb].Lower == "held" && scene.Tags[verb] is Tag.Finite or Tag.Perfect);

    /// <summary>The verb that tells it, behind the noun of the meeting; null where none does.</summary>
    public int? Verb(int noun, Sentence sentence)
    {
        for (var i = noun + 1; i < Math.Min(sentence.End, noun + 24); i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] is Tag.Modal or Tag.Rel or Tag.That or Tag.Sub or Tag.Not
                || scene.Tokens[i].Lower is "never" or "nor" or "neither")
                return null;
            var word = scene.Tokens[i].Lower;
            if (Arranged.Contains(word) && Been(i))
                return i;
            // "the commission met in Kampala", "the working group held its first meeting"
            if (Bodies.Contains(scene.Tokens[noun].Lower) && scene.Tags[i] is Tag.Finite or Tag.Perfect
                && (word == "met" || word == "held" && i + 1 < sentence.End && scene.Tokens[i + 1].Lower is "its" or "a" or "the"))
                return i;
            if (Happens.Contains(word) && scene.Tags[i] is Tag.Finite or Tag.Perfect)
                return word != "took" || i + 1 < sentence.End && scene.Tokens[i + 1].Lower == "place" ? i : null;
            // "the meeting, presided over by A and B, took place"
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect
                && !(i + 2 < sentence.End && (scene.Tokens[i + 1].Lower == "by" || scene.Tokens[i + 2].Lower == "by")))
                return null;
        }

        return null;
    }

    /// <summary>Who sat at the meeting whose noun and verb these are.</summary>
    public Seated? Read(int start, int noun, int verb, Sentence sentence)
    {
        var actors = company.Paired(start, noun);
        var end = verb + 1;
        var brought = false;
        for (var i = noun + 1; i < sentence.End; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] is Tag.Sub or Tag.Rel)
                break;
            var word = scene.Tokens[i].Lower;
            var whose = word is "between" or "among" or "involving" || word == "of" && i == noun + 1;
            brought =
                MeetingWords.Brings.Contains(word) || word is "led" or "headed" or "established" or "formed" or "created"
                    || word == "set" && scene.Tokens[Math.Min(i + 1, sentence.End - 1)].Lower == "up"
                    || brought && scene.Tags[i] is not (Tag.Finite or Tag.Passive or Tag.Infinitive or Tag.Ing);
            var by = word == "by" && brought;
            if (!whose && !by && !(word == "of" && scene.Tokens[i - 1].Lower is "participation" or "presence"))
                continue;
            var stop = bounds.ClauseEnd(i + 1, sentence, false);
            (whose ? parties.Between(i, stop) : parties.With(i + 1, stop)).ForEach(x => Seated.Add(actors, x));
            end = Math.Max(end, stop);
            i = Math.Max(i, stop - 1);
        }

        // "the meeting of the India-Bangladesh commission was held"
        if (actors.Count < 2 && noun + 1 < verb && scene.Tokens[noun + 1].Lower == "of")
            actors = company.Paired(noun + 2,
                Enumerable.Range(noun + 2, verb - noun - 2).FirstOrDefault(i => scene.Tags[i] is Tag.Prep or Tag.Be or Tag.Finite, verb));
        if (actors.Count < 2 && blocs.In(start, verb) is { } bloc)
            actors = bloc.Actors;
        return actors.Count < 2 ? null : new Seated(actors, start, end, Math.Min(sentence.End, end + 8), 0.16, true);
    }

    private bool Been(int i)
    {
        var at = i - 1;
        while (at > 0 && scene.Tags[at] == Tag.Adv)
            at--;
        return scene.Tags[at] == Tag.Be && scene.Tokens[at].Lower is "was" or "were" or "been" or "is" or "are" or "being";
    }
}
