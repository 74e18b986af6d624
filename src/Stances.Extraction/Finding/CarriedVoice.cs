using Stances.Extraction.Naming;
using Stances.Extraction.Text;

namespace Stances.Extraction.Finding;

/// <summary>Tells whose a quote is that nobody is named for.</summary>
internal sealed class CarriedVoice(Scene scene, Focus focus)
{
    /// <summary>Who speaks where a sentence is all quote: whoever spoke last, else the one of two whom the words address.</summary>
    public Party? Of(Sentence sentence, bool sameParagraph, bool afterGroup)
    {
        if (afterGroup && focus.Both(2, null) is { Count: >= 2 } both)
        {
            var addressed = both.Where(x => Addressed(x, sentence)).ToList();
            if (addressed.Count == 1)
                return new Party([both.First(x => x != addressed[0])], sentence.First, sentence.First, "elimination", 0.4);
            return null;
        }

        return focus.Speaker is { } speaker ? new Party([speaker], sentence.First, sentence.First, "quote:carried", sameParagraph ? 0.06 : 0.15) : null;
    }

    private bool Addressed(Actor actor, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person } m
                ? m.Person == actor.Person && actor.Person is not null
                : scene.Mentions[i]?.Country == actor.Country && scene.Mentions[i]!.Kind == MentionKind.Country
                    && scene.Tokens[Math.Min(i + 1, sentence.End - 1)].Kind == TokenKind.Possessive)
                return true;
        }

        return false;
    }
}
