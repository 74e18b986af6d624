using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>
/// Tells before anything is known of who does what to whose country "its" points back, and whether an office is that of a body which is no
/// state.
/// </summary>
internal static class Antecedents
{
    /// <summary>
    /// "Bolivia takes the floor. ..., its delegate says": the state the sentence speaks of before that word, else the one the sentence
    /// before begins with.
    /// </summary>
    public static string? Of(Scene scene, int at, int floor)
    {
        var sentence = scene.Document.SentenceOf(at);
        if (sentence < 0)
            return null;
        if (First(scene, Math.Max(floor, scene.Document.Sentences[sentence].First), at, out var blocked) is { } here)
            return here;
        return blocked || sentence == 0 || scene.Document.Sentences[sentence - 1].Block != scene.Document.Sentences[sentence].Block ? null
            : First(scene, scene.Document.Sentences[sentence - 1].First, scene.Document.Sentences[sentence - 1].End, out _);
    }

    /// <summary>The first thing that acts between two tokens, where it is a state; behind a preposition nothing does.</summary>
    private static string? First(Scene scene, int first, int end, out bool blocked)
    {
        blocked = false;
        for (var i = first; i < end; i++)
        {
            if (scene.Mentions[i] is not { } mention || mention.First != i)
                continue;
            var before = i > first && scene.Tokens[i - 1].Lower == "the" ? i - 2 : i - 1;
            if (before >= first && scene.Tags[before] is Tag.Prep or Tag.To || mention.End < end && scene.Tokens[mention.End].Kind == Text.TokenKind.Possessive)
                continue;
            if (mention is { Country: { } country, Kind: MentionKind.Country or MentionKind.Capital or MentionKind.Organ })
                return country;
            // "The Chinese embassy in Manila said its deputy head ..."
            if (mention is { Country: { } state, Kind: MentionKind.Adjective } && Organ(scene, mention.End, end))
                return state;
            blocked = mention.Kind == MentionKind.Other;
            if (blocked)
                return null;
        }

        return null;
    }

    private static bool Organ(Scene scene, int first, int end)
    {
        var i = first;
        while (i < end && i < first + 2 && scene.Tags[i] is Tag.Noun or Tag.Name && !OrganWords.Heads.Contains(scene.Tokens[i].Lower))
            i++;
        return i < end && OrganWords.Heads.Contains(scene.Tokens[i].Lower);
    }

    /// <summary>Whether the sentence has so far spoken of other states, or of places in them, and not of the publisher's own.</summary>
    public static bool Abroad(Scene scene, int at)
    {
        var sentence = scene.Document.SentenceOf(at);
        var abroad = false;
        for (var i = sentence < 0 ? at : scene.Document.Sentences[sentence].First; i < at; i++)
        {
            if (scene.Mentions[i]?.Country is not { } country)
                continue;
            if (country == scene.Home)
                return false;
            abroad = true;
        }

        return abroad;
    }

    /// <summary>"NATO Secretary General", "the spokesman of Hezbollah".</summary>
    public static bool Other(Scene scene, int first, int end)
    {
        for (var i = first; i < Math.Min(end + 3, scene.Tokens.Count); i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Other } && (i < end || scene.Tokens[end].Lower is "of" or "for"))
                return true;
        }

        return false;
    }

    /// <summary>"a spokesman for the group", "for the PMF": none of the words tells of a state or a part of one.</summary>
    public static bool Private(Scene scene, int first, int end)
    {
        var i = first;
        for (; i < Math.Min(end, first + 8) && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number; i++)
        {
            if (scene.Mentions[i] is { Kind: not MentionKind.Other } || scene.Roles[i] is not null || OrganWords.Heads.Contains(scene.Tokens[i].Lower))
                return false;
        }

        return i > first;
    }
}
