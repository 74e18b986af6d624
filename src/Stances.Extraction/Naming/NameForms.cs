using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>The ways one name is printed: "Amr al-Qadi", "Amr Al-Qadi", "Amr El Qadi".</summary>
internal static class NameForms
{
    private static readonly string[][] Articles = [["al-"], ["el-"], ["Al", "-"], ["El", "-"], ["Al"], ["El"], ["al"], ["el"]];

    /// <summary>The rows of words the name may stand in, its own first.</summary>
    public static IEnumerable<List<string>> Of(string name)
    {
        var words = Tokenizer.Read(name).Where(x => x.IsWord || x.Kind is TokenKind.Hyphen or TokenKind.Possessive).Select(x => x.Name).ToList();
        yield return words;
        var parts = new List<(bool Article, string Word)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length > 3 && words[i][2] == '-' && words[i][..2] is "al" or "el")
                parts.Add((true, words[i][3..]));
            else if (words[i] is "Al" or "El" or "al" or "el" && i + 1 < words.Count && (words[i + 1] != "-" || i + 2 < words.Count))
                parts.Add((true, words[i += words[i + 1] == "-" ? 2 : 1]));
            else
                parts.Add((false, words[i]));
        }

        if (!parts.Exists(x => x.Article))
            yield break;
        foreach (var article in Articles)
        {
            var row = parts.SelectMany(x => !x.Article ? [x.Word] : article[0].EndsWith('-') ? [article[0] + x.Word] : (string[])[.. article, x.Word]).ToList();
            if (!row.SequenceEqual(words))
                yield return row;
        }
    }
}
