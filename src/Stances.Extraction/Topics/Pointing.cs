using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Words;

namespace Stances.Extraction.Topics;

/// <summary>Tells whether words point back to what was spoken of before: "this", "the proposal".</summary>
internal static class Pointing
{
    private const int Short = 4;

    private static readonly FrozenSet<string> Pronouns = English.Set("it this these those such them so thereof therein");

    private static readonly FrozenSet<string> Matters = English.Set(
        "matter issue question topic subject problem initiative proposal plan decision move step steps measure measures agreement deal talks dispute conflict crisis situation incident attack attacks claim claims accusation accusations allegation allegations remark remarks comments statement announcement report reports resolution ruling request demand offer idea process project law bill case act action actions policy position point invitation");

    public static bool Back(Scene scene, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            words += scene.Tokens[i].IsWord ? 1 : 0;
            var word = scene.Tokens[i].Lower;
            if (Pronouns.Contains(word) || word == "that" && scene.Tags[i] is not Tag.That)
                return true;
            if (Matters.Contains(word) && i > first && scene.Tokens[scene.PhraseStart(i, first)].Lower is "the" or "that" or "its" or "his" or "her" or "their")
                return true;
        }

        return words <= Short;
    }
}
