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
            "violence fighting war wars conflict crisis situation unrest hostilities bloodshed clashes massacre massacres atrocities "
            + "famine ceasefire truce transition election elections stability peace gang gangs junta military rebels mercenaries militias "
            + "insurgency opposition crackdown repression democracy reconciliation solution settlement coup");

    /// <summary>What is held or written on a country: "the resolution on Ukraine".</summary>
    private static readonly FrozenSet<string> Papers = English.Set(
            "resolution resolutions statement statements conference meeting talks summit vote votes voted debate session position "
            + "positions policy question text draft briefing declaration communique report negotiations consultations envoy representative "
            + "plan initiative support");

    private readonly NameTrie<(Topic Topic, bool Weak)> phrases = new();
    private readonly NameTrie<(Topic Topic, bool Weak)> words = new();
    private readonly Dictionary<string, List<(Pattern Pattern, Topic Topic)>> apart = new(StringComparer.Ordinal);
    private readonly NameTrie<(Topic Topic, string Country)> beside = new();
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

            foreach (var (country, word) in topic.Beside.SelectMany(x => x.Value.Select(y => (x.Key, y))))
                beside.Add(Roots(word).Select(x => x.Any), (topic, country));
            foreach (var country in topic.Troubles)
                troubled[country] = topic;
        }
    }

    /// <summary>The longest phrase that begins at a part: of several words in any of their forms, of one as a noun.</summary>
    public (int End, IReadOnlyList<(Topic Topic, bool Weak)> Values)? At(IReadOnlyList<Part> parts, int at) =>
        phrases.Longest(at, Math.Min(parts.Count, at + 14), i => parts[i].Any) ?? words.Longest(at, at + 1, i => parts[i].Noun);

    /// <summary>The longest words that begin at a part and tell a topic where they are told of a country.</summary>
    public (int End, IReadOnlyList<(Topic Topic, string Country)> Values)? Beside(IReadOnlyList<Part> parts, int at) =>
        beside.Longest(at, Math.Min(parts.Count, at + 5), i => parts[i].Any);

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
    public static IEnumerable<Part> Parts(Token token)
    {
        if (token.AllCaps && token.Name.Length <= 3)
            return [new Part(token.Name, token.Name)];
        if (token.Name.Length is 3 or 4 && token.Name[^1] == 's' && token.Name[..^1].All(char.IsAsciiLetterUpper))
            return [new Part(token.Name[..^1], token.Name[..^1])];
        return token.Lower.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(x => new Part(WordRoot.Any(x), WordRoot.Noun(x)));
    }

    private static List<Part> Roots(string phrase) =>
        [.. Tokenizer.Read(phrase).Where(x => x.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Possessive).SelectMany(Parts)];

    private void Add(string phrase, Topic topic, bool weak)
    {
        var parts = Roots(phrase);
        if (parts.Count == 1)
            words.Add([parts[0].Noun], (topic, weak));
        else
            phrases.Add(parts.Select(x => x.Any), (topic, weak));
    }

    /// <summary>A part of a word in the form that stands for all forms of it, and in the one that stands for it as a noun.</summary>
    internal readonly record struct Part(string Any, string Noun);
}
