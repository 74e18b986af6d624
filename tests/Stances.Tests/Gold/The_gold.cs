using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Stances.Tests.Gold;

public class The_gold
{
    private static readonly string[] Kinds = ["statements", "agreements", "meetings"];

    public static TheoryData<string> Articles =>
        new(new[] { "seeds", "tests/gold/dev", "tests/gold/held-out" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.txt"))
            .Select(file => Path.GetRelativePath(Root(), file))
            .Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Articles))]
    public void Rests_on_words_of_its_article(string article)
    {
        var text = File.ReadAllText(Path.Combine(Root(), article));

        Assert.Equal([], Events(article).Where(e => !StandsIn(text, e)).Select(e => e.ToJsonString()));
    }

    [Fact]
    public void Speaks_of_topics_in_the_catalogue()
    {
        var known = File.ReadLines(Path.Combine(Root(), "catalogue/topics.yaml"))
            .Where(line => line.StartsWith("- id: ", StringComparison.Ordinal)).Select(line => line[6..].Trim()).ToHashSet();
        var named = new[] { "seeds", "tests/gold/shared-seeds" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.json"))
            .SelectMany(Events).SelectMany(e => e["topic"]?.AsArray() ?? []).Select(topic => (string)topic!).Distinct();

        Assert.Equal([], named.Where(topic => !known.Contains(topic)));
    }

    [Fact]
    public void Asks_for_events_of_the_samples_oldest_first() =>
        Assert.Equal([], Questions().SelectMany(question => Kinds.Where(kind => !IsSound(question, kind)).Select(kind => $"{kind}: {question["q"]}")));

    [Fact]
    public void Says_why_where_nothing_answers_and_only_there() =>
        Assert.Equal([], Questions()
            .Where(question => question["why"] is null == Kinds.All(kind => question["expect"]![kind] is JsonArray { Count: 0 }))
            .Select(question => (string)question["q"]!));

    [Fact]
    public void Asks_each_question_once_and_enough_of_them()
    {
        var asked = Questions().Select(question => (string)question["q"]!).ToList();

        Assert.Equal(asked.Distinct(), asked);
        Assert.InRange(asked.Count, 120, int.MaxValue);
        Assert.InRange(Questions().Count(question => question["why"] is not null), 30, int.MaxValue);
    }

    private static bool IsSound(JsonNode question, string kind)
    {
        var type = kind switch { "statements" => "stance_stated", "agreements" => "agreement_reached", _ => "meeting_held" };
        var expected = (question["expect"]![kind]?.AsArray() ?? []).Select(Meant).ToList();
        var days = expected.Select(e => (string?)e["on"]).OfType<string>().ToList();

        return expected.Concat((question["may"]?[kind]?.AsArray() ?? []).Select(Meant)).All(e => (string)e["type"]! == type)
            && expected.All(e => e["optional"] is null)
            && days.SequenceEqual(days.Order(StringComparer.Ordinal));
    }

    private static JsonNode Meant(JsonNode? reference) => Events($"seeds/{reference!["seed"]}.json")[(int)reference["event"]!]!;

    private static bool StandsIn(string text, JsonNode e)
    {
        if (e["start"] is { } start)
            return (int)start >= 0 && (int)start < (int)e["end"]! && (int)e["end"]! <= text.Length;

        var at = -1;
        for (var nth = (int?)e["nth"] ?? 1; nth > 0; nth--)
            if ((at = text.IndexOf((string)e["quote"]!, at + 1, StringComparison.Ordinal)) < 0)
                return false;

        return e["nth"] is not null || text.IndexOf((string)e["quote"]!, at + 1, StringComparison.Ordinal) < 0;
    }

    private static JsonNode[] Events(string article) =>
        [.. Read(Path.ChangeExtension(article, ".json"))["events"]!.AsArray().Select(e => e!)];

    private static IEnumerable<JsonNode> Questions() => Read("tests/gold/questions.json").AsArray().Select(question => question!);

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Root(), file)))!;

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
