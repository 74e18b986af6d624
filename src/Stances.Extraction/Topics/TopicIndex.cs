using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Topics;

/// <summary>The catalogue's topics, ready to be found.</summary>
internal sealed class TopicIndex
{
    /// <summary>What befalls a country: "the violence in Haiti", "Libya's elections".</summary>
    private static readonly FrozenSet<string> Woes = English.Set(
        "violence fighting war wars conflict crisis situation unrest hostilities bloodshed clashes massacre massacres atrocities famine ceasefire truce transition election elections stability peace gang gangs junta military rebels mercenaries militias insurgency opposition crackdown repression democracy reconciliation solution settlement coup");

    /// <summary>What is held or written on a country: "the resolution on Ukraine".</summary>
    private static readonly FrozenSet<string> Papers = English.Set(
        "resolution resolutions statement statements conference meeting talks summit vote votes voted debate session position positions policy question text draft briefing declaration communique report negotiations consultations envoy representative plan initiative support");

    private readonly NameTrie<(Topic Topic, bool Weak)> phrases = new();
    private readonly Dictionary<string, List<(Pattern Pattern, Topic Topic)>> apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> troubled = new(StringComparer.Ordinal);

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
            foreach (var pattern in topic.Apart.Select(Pattern.Parse))
            {
                foreach (var word in pattern.First)
                {
                    if (!apart.TryGetValue(word, out var list))
                        apart[word] = list = [];
                    list.Add((pattern, topic));
                }
            }

            foreach (var country in topic.Troubles)
                troubled[country] = topic;
        }
    }

    public (int End, IReadOnlyList<(Topic Topic, bool Weak)> Values)? At(IReadOnlyList<string> parts, int at) =>
        phrases.Longest(at, Math.Min(parts.Count, at + 14), i => parts[i]);

    /// <summary>The topics whose words begin at a token and stand apart from one another.</summary>
    public IEnumerable<(int End, Topic Topic)> Apart(Document document, int at, int end)
    {
        if (!apart.TryGetValue(document.Tokens[at].Lower, out var list))
            yield break;
        foreach (var (pattern, topic) in list)
        {
            if (pattern.Match(document.Tokens, document.Tags, at, end, out _) is { } stop)
                yield return (stop, topic);
        }
    }

    /// <summary>The topic that a country's troubles are.</summary>
    public Topic? Trouble(string country) => troubled.GetValueOrDefault(country);

    /// <summary>Whether the word tells of what is held or written on a country.</summary>
    public static bool IsPaper(string word) => Papers.Contains(word);

    /// <summary>Whether the word tells of trouble, or of its end.</summary>
    public static bool IsWoe(string word) => Woes.Contains(word);

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
