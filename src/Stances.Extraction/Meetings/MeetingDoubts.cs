using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells a meeting that was held from one only planned, wished for, called off or spoken of.</summary>
internal sealed class MeetingDoubts(Scene scene)
{
    /// <summary>"to hold a summit": the verb before it only intends.</summary>
    public bool Intended(int noun, int first)
    {
        var followed = false;
        for (var i = noun - 1; i >= first; i--)
        {
            // "would meet in June, followed by a meeting in August"
            if (followed |= scene.Tokens[i].Lower == "followed" && scene.Tokens[i + 1].Lower == "by")
            {
                if (scene.Tags[i] is Tag.Finite or Tag.Infinitive or Tag.Modal && scene.Tokens[i].Lower != "followed")
                    return scene.Tags[i] is not Tag.Finite;
                continue;
            }

            if (scene.Tags[i] is Tag.Infinitive or Tag.Modal)
                return true;
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Passive or Tag.Be or Tag.Ing
                || scene.Tokens[i].Lower is "during" or "at" or "after" or "following" or "in")
                return false;
        }

        return false;
    }

    /// <summary>"a planned meeting", "the invitation to talks"</summary>
    public bool Unsure(int start, int noun, Sentence sentence)
    {
        for (var i = Math.Max(sentence.First, start - 2); i < noun; i++)
        {
            if (MeetingWords.Planned.Contains(scene.Tokens[i].Lower))
                return true;
        }

        for (var i = start - 1; i >= Math.Max(sentence.First, start - 5) && scene.Tokens[i].IsWord; i--)
        {
            if (MeetingWords.Wished.Contains(scene.Tokens[i].Lower) || scene.Tokens[i].Lower == "before" && i == start - 1)
                return true;
            if (MeetingWords.Frames.Contains(scene.Tokens[i].Lower))
                return false;
        }

        return false;
    }

    /// <summary>Whether what follows the phrase tells of it as held: "lasted", "was held", or nothing at all.</summary>
    public bool Held(int end, Sentence sentence, List<Predicate> predicates)
    {
        for (var i = Math.Max(sentence.First, end - 1); i < Math.Min(sentence.End, end + 8); i++)
        {
            if (scene.Tags[i] is Tag.Modal or Tag.Not || scene.Tokens[i].Lower == "never" || MeetingWords.Unheld.Contains(scene.Tokens[i].Lower))
                return false;
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect)
                return true;
        }

        return end >= sentence.End - 1 || !predicates.Any(x => x.Use == VerbUse.Modal);
    }

    /// <summary>", the first such talks since 2019", "It was their first meeting": says something of a meeting told already.</summary>
    public bool Retold(int start, int noun, Sentence sentence)
    {
        var ordinal = false;
        for (var i = start; i < noun; i++)
            ordinal |= scene.Tokens[i].Lower is "first" or "second" or "third" or "fourth" or "fifth" or "latest" or "last" or "highest-level";
        if (!ordinal || start <= sentence.First)
            return false;
        return scene.Tokens[start - 1].Kind is TokenKind.Comma or TokenKind.Dash
            || scene.Tags[start - 1] == Tag.Be && scene.Tokens[sentence.First].Lower is "it" or "this" or "that";
    }
}
