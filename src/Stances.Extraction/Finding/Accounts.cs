using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads whose account a sentence gives where no verb tells it: "according to the ministry", "in Macron's view", "in his telling".</summary>
internal sealed class Accounts(Scene scene, Focus focus, PartyReader parties, PositionFinder positions)
{
    private static readonly FrozenSet<string> Views =
        English.Set("view views opinion eyes words telling account judgment judgement reading version estimation assessment mind");

    private static readonly Verb Holding = new() { Id = "account", Kind = VerbKind.Say };

    private readonly ContentBounds bounds = new(scene);
    private readonly Possession possession = new(scene, focus);

    /// <summary>The statement a sentence makes by such a phrase; null where it has none, or nothing is held in it.</summary>
    public Statement? Read(int index, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End - 2; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || Phrase(i, sentence.End) is not { } phrase)
                continue;
            var (first, end) = Content(i, phrase.End, sentence);
            end = bounds.Trim(first, end);
            if (end - first < 4 || positions.Said(first, end, phrase.Party.Countries) is null)
                return null;
            var how = Enumerable.Range(first, end - first).Any(k => scene.Document.QuoteOf[k] >= 0) ? Attribution.Quote : Attribution.Paraphrase;
            return new Statement(new VerbMatch(Holding, i, i + 1, false), false, phrase.Party, sentence.First,
                bounds.Trim(sentence.First, sentence.End), first, end, how, index, phrase.Party.Penalty + 0.06, "account");
        }

        return null;
    }

    /// <summary>The person whose account a sentence gives by such a phrase; null where it gives none's.</summary>
    public Actor? Teller(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End - 2; i++)
        {
            if (scene.Document.QuoteOf[i] < 0 && Phrase(i, sentence.End) is { Party.Head: { Kind: ActorKind.Person } person })
                return person;
        }

        return null;
    }

    private (Party Party, int End)? Phrase(int i, int end)
    {
        var stop = i + 2;
        if (SourcePhrase.At(scene.Document, i))
        {
            while (stop < end && scene.Tokens[stop].Kind is not (TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash)
                && scene.Tags[stop] is not (Tag.Rel or Tag.Finite or Tag.Modal))
                stop++;
            return parties.Subject(i + 2, stop) is { IsGroup: false } party ? (party, stop) : null;
        }

        if (scene.Tokens[i].Lower != "in")
            return null;
        while (stop < Math.Min(end, i + 7) && !Views.Contains(scene.Tokens[stop].Lower))
            stop++;
        return stop < Math.Min(end, i + 7) && possession.Owner(i + 1, stop) is { } owner ? (Party.One(i + 1, stop, owner, "account", 0.06), stop + 1) : null;
    }

    /// <summary>Behind the phrase where it opens the sentence, before it where it closes it, all where it stands within.</summary>
    private (int First, int End) Content(int at, int end, Sentence sentence)
    {
        if (!Words(sentence.First, at))
        {
            // "In his telling of the call, ..."
            var comma = Enumerable.Range(end, Math.Min(8, sentence.End - end)).FirstOrDefault(i => scene.Tokens[i].Kind == TokenKind.Comma, end - 1);
            return (comma + 1, sentence.End);
        }

        return Words(end, sentence.End) ? (sentence.First, sentence.End) : (sentence.First, at);
    }

    private bool Words(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Tags[i] is not (Tag.Conj or Tag.Adv or Tag.Time))
                return true;
        }

        return false;
    }
}
