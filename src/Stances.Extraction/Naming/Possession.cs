using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells whose somebody or something is.</summary>
internal sealed class Possession(Scene scene, Focus focus)
{
    /// <summary>Whose it is: "her government", "Kang's spokesman".</summary>
    public Actor? Of(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } && i + 1 <= last)
                return new Actor(country, person, person.Role, ActorKind.Person);
            if (scene.Tokens[i].Lower is "our" or "my" && focus.Voice is { } voice && scene.Document.QuoteOf[i] < 0)
                return voice.Head;
            if (scene.Tags[i] == Tag.Poss)
            {
                return scene.Tokens[i].Lower switch
                {
                    "his" => focus.He("m"),
                    "her" => focus.He("f"),
                    "its" => focus.It(),
                    "our" or "my" => focus.Speaker,
                    _ => null,
                };
            }
        }

        return null;
    }

    /// <summary>Whose word a noun is that stands behind these words: "Kang's", "his", "Japan's", "the Japanese".</summary>
    public Actor? Owner(int first, int noun) =>
        Of(first, noun) ?? (scene.CountryIn(first, noun) is { } country ? new Actor(country, null, null, ActorKind.Country) : null);
}
