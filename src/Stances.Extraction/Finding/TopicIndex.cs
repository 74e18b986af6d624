using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>The catalogue's topics, ready to be found.</summary>
internal sealed class TopicIndex
{
    private readonly NameTrie<(Topic Topic, bool Weak)> phrases = new();

    /// <summary>The matter of two countries where no other is named.</summary>
    public Topic? General { get; }

    public TopicIndex(IReadOnlyList<Topic> topics)
    {
        General = topics.FirstOrDefault(x => x.Id == "bilateral-relations");
        foreach (var topic in topics)
        {
            foreach (var phrase in topic.Phrases)
                Add(phrase, topic, false);
            foreach (var phrase in topic.Weak)
                Add(phrase, topic, true);
        }
    }

    public (int End, IReadOnlyList<(Topic Topic, bool Weak)> Values)? At(IReadOnlyList<string> parts, int at) =>
        phrases.Longest(at, Math.Min(parts.Count, at + 14), i => parts[i]);

    /// <summary>The parts of a word; a short one in capitals keeps them: WHO is not who.</summary>
    public static string[] Parts(Token token) =>
        token.AllCaps && token.Name.Length <= 3 ? [token.Name] : token.Lower.Split('-', StringSplitOptions.RemoveEmptyEntries);

    private void Add(string phrase, Topic topic, bool weak)
    {
        var words = Tokenizer.Read(phrase).Where(x => x.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Possessive).SelectMany(Parts).ToList();
        if (words.Count == 0)
            return;
        phrases.Add(words, (topic, weak));
        phrases.Add(words.SkipLast(1).Append(Inflector.Third(words[^1])), (topic, weak));
    }
}
