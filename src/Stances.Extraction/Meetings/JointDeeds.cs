using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>
/// Reads meetings from what people of several countries do together that takes one table: "A and B signed the treaty in Muscat", "he and
/// Karins went through the draft", "was initialled in Oslo by A and B".
/// </summary>
internal sealed class JointDeeds(Scene scene, PartyReader parties)
{
    /// <summary>How much less such words tell than those of a meeting, so that these are its evidence where both are there.</summary>
    private const double Hinted = 0.24;

    private static readonly FrozenSet<string> Signing = English.Set("signed signs inked initialled initialed");

    /// <summary>What is signed by each at home and sent.</summary>
    private static readonly FrozenSet<string> Sent = English.Set("letter letters op-ed article articles petition appeal contribution column essay commentary");

    private readonly MeetingBounds bounds = new(scene);
    private readonly PlaceNames places = new(scene);

    public Seated? Read(Predicate p, Sentence sentence)
    {
        if (p.Negated || p.Match is { Verb.Kind: VerbKind.Meet })
            return null;
        if (p.Use == VerbUse.Passive && Signing.Contains(scene.Tokens[p.Verb].Lower))
            return By(p, sentence);
        if (p.Use != VerbUse.Finite || p.Subject is not { IsGroup: true } subject || !People(subject))
            return null;
        // "put pen to paper at the palace": the paper is no verb.
        var end = bounds.ClauseEnd(Math.Min(sentence.End, p.Verb + (scene.Tokens[p.Verb].Lower == "put" ? 4 : 1)), sentence, false);
        if (Signs(p.Verb, end) && Placed(sentence.First, end))
            return new Seated([.. subject.Actors], p.Inherited ? p.First : p.Start, end, end, subject.Penalty + Hinted, true);
        return Weighs(p.Verb, end) ? new Seated([.. subject.Actors], p.Inherited ? p.First : p.Start, end, end, subject.Penalty + Hinted, true) : null;
    }

    /// <summary>"The text was signed in Oslo by Foreign Ministers A and B"</summary>
    private Seated? By(Predicate p, Sentence sentence)
    {
        for (var i = p.Verb + 1; i < Math.Min(sentence.End - 1, p.Verb + 9); i++)
        {
            if (scene.Tokens[i].Kind is TokenKind.Comma or TokenKind.Semicolon || scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] is Tag.Finite or Tag.Modal)
                return null;
            if (scene.Tokens[i].Lower != "by")
                continue;
            var end = bounds.ClauseEnd(i + 1, sentence, false);
            return parties.Subject(i + 1, end) is { IsGroup: true } by && People(by) && Placed(sentence.First, end)
                ? new Seated([.. by.Actors], p.First, end, end, by.Penalty + Hinted, true)
                : null;
        }

        return null;
    }

    private static bool People(Party party) =>
        party.Ground != "group:foremost" && party.Actors.All(x => x.Kind == ActorKind.Person) && party.Actors.All(x => x.Person?.Rank != "spokesperson");

    private bool Signs(int verb, int end)
    {
        var word = scene.Tokens[verb].Lower;
        var range = Enumerable.Range(verb + 1, Math.Max(0, Math.Min(end, verb + 7) - verb - 1)).ToList();
        return !range.Exists(i => Sent.Contains(scene.Tokens[i].Lower))
            && (Signing.Contains(word) || word is "put" && range.Exists(i => scene.Tokens[i].Lower is "names" or "signatures" or "pen" or "pens"));
    }

    /// <summary>"reviewed", "went through the draft", "took stock of"</summary>
    private bool Weighs(int verb, int end)
    {
        var next = verb + 1 < end ? scene.Tokens[verb + 1].Lower : "";
        return scene.Tokens[verb].Lower switch
        {
            "reviewed" => true,
            "went" => next is "over" or "through",
            "took" => next == "stock",
            "compared" => next == "notes",
            _ => false,
        };
    }

    private bool Placed(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Tokens[i].Lower is "in" or "at" && scene.Document.QuoteOf[i] < 0 && places.Read(i + 1, end, scene.Tokens[i].Lower) is { Land: false })
                return true;
        }

        return false;
    }
}
