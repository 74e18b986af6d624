using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells which words of a sentence a meeting rests on: the clause that tells it, with the day and the place and what was done there.</summary>
internal sealed class MeetingWording(Scene scene)
{
    private const int Longest = 48;

    /// <summary>The clause around the tokens that tell who met.</summary>
    public (int First, int End) Around(int first, int end, Sentence sentence)
    {
        var (from, to) = (Before(first, sentence), Behind(Math.Max(first + 1, end), sentence));
        while (to > end && scene.Tokens[to - 1] is { IsWord: false, Kind: not TokenKind.Close })
            to--;
        return (from, Math.Min(to, Math.Max(end, from + Longest)));
    }

    /// <summary>"On Friday, in Accra, ...": what stands before it in its own clause.</summary>
    private int Before(int first, Sentence sentence)
    {
        // "was the subject of his meeting with": what is behind a preposition belongs to the clause before it.
        if (first > sentence.First && scene.Tags[first - 1] == Tag.Prep)
        {
            while (first > sentence.First && scene.Document.QuoteOf[first - 1] < 0
                && scene.Tokens[first - 1].Kind is not (TokenKind.Comma or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash)
                && scene.Tags[first - 1] is not (Tag.That or Tag.Rel or Tag.Sub or Tag.Conj))
                first--;
            return first;
        }

        var told = false;
        for (var i = sentence.First; i < first; i++)
            told |= scene.Document.QuoteOf[i] >= 0 || Verb(i) || scene.Tags[i] is Tag.That or Tag.Rel or Tag.Sub or Tag.Ing
                || scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash or TokenKind.QuoteClose;
        return told ? first : sentence.First;
    }

    /// <summary>Up to where the next clause begins: behind the last comma or joining word before its verb.</summary>
    private int Behind(int end, Sentence sentence)
    {
        int? parted = null;
        var goes = false;
        for (var i = end; i < sentence.End; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash or TokenKind.QuoteOpen)
                return i;
            // "met the president and emerged with a promise": what who met did next is told of the meeting too.
            if (Verb(i) && parted is { } clause && !(clause == i - 1 && scene.Tags[clause] == Tag.Conj && scene.Tags[i] is Tag.Finite or Tag.Perfect && !goes))
                return clause;
            if (Verb(i) && parted == i - 1)
                (goes, parted) = (true, null);
            // "..., whose country holds the presidency, in Ljubljana": the clause goes on behind the comma that closes the other.
            if (scene.Tags[i] == Tag.Rel && i > end && scene.Tokens[i - 1].Kind == TokenKind.Comma && Resumed(i, sentence) is { } resumed)
            {
                (i, parted) = (resumed, null);
                continue;
            }

            if (scene.Tags[i] is Tag.Sub or Tag.Rel or Tag.That || scene.Tags[i] == Tag.Conj && scene.Tokens[i].Lower is not ("and" or "or" or "&"))
                return parted == i - 1 ? i - 1 : i;
            if (scene.Tags[i] == Tag.Ing && i > 0 && scene.Tokens[i - 1].Kind == TokenKind.Comma)
                return i - 1;
            if (scene.Tokens[i].Kind == TokenKind.Comma || scene.Tags[i] == Tag.Conj && parted != i - 1)
                parted = i;
        }

        return sentence.End;
    }

    /// <summary>Where behind a relative clause a place or a day belongs to the clause before it.</summary>
    private int? Resumed(int relative, Sentence sentence)
    {
        for (var i = relative + 1; i < sentence.End - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind is TokenKind.Semicolon)
                return null;
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return scene.Tokens[i + 1].Lower is "in" or "at" or "on" or "near" && scene.Tokens[Math.Min(i + 2, sentence.End - 1)].Capital ? i + 1 : null;
        }

        return null;
    }

    private bool Verb(int i) => scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Perfect or Tag.Be or Tag.Have or Tag.Do;
}
