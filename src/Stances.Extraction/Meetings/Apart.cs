using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells where one met several, and each of them alone: "separately", "in turn", "held meetings with", "counterparts from" seven countries.</summary>
internal sealed class Apart(Scene scene)
{
    /// <summary>So many whom one sees beside a conference he sees one after the other.</summary>
    private const int Many = 3;

    /// <summary>"met his counterparts from A, B and C on the sidelines": nobody sat there with all of them at once.</summary>
    public bool Aside(int first, int guests, Sentence sentence)
    {
        if (guests < Many)
            return false;
        var (beside, apart) = (false, guests > Many);
        for (var i = first; i < sentence.End; i++)
        {
            var word = scene.Tokens[i].Lower;
            if (word is "together" or "jointly" or "joint" or "trilateral" or "quadrilateral" or "group" or "multilateral" or "summit" && !beside
                || scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] == Tag.Modal)
                return beside;
            beside |= word is "sidelines" or "margins" || apart && word == "counterparts";
        }

        return beside;
    }

    /// <summary>"held meetings with A and B"</summary>
    public bool Several(Predicate p)
    {
        for (var i = p.Verb + 1; i < p.End; i++)
        {
            if (MeetingWords.Several.Contains(scene.Tokens[i].Lower))
                return true;
        }

        return false;
    }

    public bool Separately(int first, int end)
    {
        for (var i = first;
            i < end && scene.Tokens[i].Kind is not (TokenKind.Semicolon or TokenKind.Dash)
                && !(i > first + 6 && scene.Tags[i] is Tag.Finite or Tag.Perfect);
            i++)
        {
            if (scene.Tokens[i].Lower is "separate" or "separately" or "respectively" or "individually" or "bilaterals" or "bilaterally"
                or "one-on-one"
                || scene.Tokens[i].Lower == "one" && i + 2 < end
                    && (scene.Tokens[i + 1].Lower == "after"
                        && (scene.Tokens[i + 2].Lower == "another" || i + 3 < end && scene.Tokens[i + 3].Lower == "other")
                        || scene.Tokens[i + 1].Lower == "by" && scene.Tokens[i + 2].Lower == "one")
                || scene.Tokens[i].Lower == "turn" && i > first && scene.Tokens[i - 1].Lower == "in")
                return true;
        }

        return false;
    }
}
