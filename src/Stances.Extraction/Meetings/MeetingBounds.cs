using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells where the words end that say who met.</summary>
internal sealed class MeetingBounds(Scene scene)
{
    private static readonly FrozenSet<string> Said = English.Set("said says announced reported told added wrote stated confirmed noted tweeted");

    /// <summary>Behind those who met, "on", "about" and "over" tell of what they spoke.</summary>
    public int UpToTopic(int from, int end)
    {
        var named = false;
        for (var i = from; i < end; i++)
        {
            if (named
                && scene.Tokens[i].Lower is "about" or "over" or "regarding" or "concerning" or "amid" or "ahead" or "as" or "after"
                    or "before" or "following"
                || named && scene.Tokens[i].Lower == "on" && i + 1 < end && scene.Tags[i + 1] is not (Tag.Time or Tag.Number))
                return i;
            named |= scene.Mentions[i] is { Kind: not (MentionKind.City or MentionKind.Capital) } || scene.Roles[i] is not null;
        }

        return end;
    }

    /// <summary>"between Mirzoyan, the US Secretary of State, Egypt and ...": whether a comma parts but the items of a list.</summary>
    public bool GoesOn(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 6); i++)
        {
            if (scene.Roles[i] is not null || scene.Mentions[i] is { Kind: MentionKind.Person }
                || scene.Mentions[i] is { Kind: MentionKind.Country } named && named.End < end
                    && (scene.Tokens[named.End].Kind == TokenKind.Comma || scene.Tags[named.End] == Tag.Conj))
                return true;
            if (scene.Tags[i] is not (Tag.Det or Tag.Noun or Tag.Name or Tag.Poss or Tag.Conj) && scene.Tokens[i].Kind is not TokenKind.Possessive)
                return false;
        }

        return false;
    }

    public int ClauseEnd(int at, Sentence sentence, bool list)
    {
        for (var i = at; i < sentence.End; i++)
        {
            // "and, later that day, the prince": a time.
            if (scene.Tags[i] == Tag.That && i + 1 < sentence.End && OrganWords.Times.Contains(scene.Tokens[i + 1].Lower))
                continue;
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Have or Tag.Modal or Tag.Rel or Tag.Sub or Tag.Be or Tag.That
                || scene.Tokens[i].Kind is TokenKind.Stop && i + 1 >= sentence.End || scene.Tokens[i].Kind == TokenKind.Semicolon && !list
                || scene.Document.QuoteOf[i] >= 0)
                return scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Have or Tag.Modal or Tag.Be
                    ? Parted(at, i)
                    : i > at && scene.Tags[i - 1] == Tag.Conj
                    ? i - 1
                    : i;
            // "to discuss the war": what they met for.
            if (scene.Tags[i] == Tag.Infinitive && i > at && scene.Tags[i - 1] == Tag.To)
                return i - 1;
            if (scene.Tags[i] == Tag.Ing && i > at + 1 && scene.Tokens[i - 1].Kind == TokenKind.Comma)
                return i - 1;
        }

        return sentence.End;
    }

    /// <summary>"received by Abiy, and the two governments signed": the next verb's subject begins behind the comma that is joined.</summary>
    private int Parted(int at, int verb)
    {
        // "met Ruto in Nairobi, the ministry said", "met Ruto, and he promised"
        if (Said.Contains(scene.Tokens[verb].Lower) || scene.Tags[verb - 1] == Tag.Pron)
        {
            for (var i = verb - 2; i > at && scene.Tags[i] != Tag.Conj; i--)
            {
                if (scene.Tokens[i].Kind == TokenKind.Comma)
                    return i;
            }
        }

        for (var i = verb - 1; i > at; i--)
        {
            // "Jordan, Egypt, and Iraq was held": a list has more than one comma.
            if (scene.Tags[i] == Tag.Conj
                && (i == verb - 1
                    || scene.Tokens[i - 1].Kind == TokenKind.Comma
                        && !Enumerable.Range(at, i - 1 - at).Any(k => scene.Tokens[k].Kind == TokenKind.Comma)))
                return scene.Tokens[i - 1].Kind == TokenKind.Comma ? i - 1 : i;
        }

        return verb;
    }
}
