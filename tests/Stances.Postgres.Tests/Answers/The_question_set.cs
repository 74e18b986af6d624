using System.Text;
using System.Text.Json;
using Stances.Answers;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;

namespace Stances.Postgres.Tests.Answers;

/// <summary>What people ask over the samples, and whether each answer rests on exactly the events it must rest on.</summary>
public sealed class The_question_set(PostgresServer server, ITestOutputHelper output)
{
    private static readonly DateOnly Later = new(2024, 1, 15);

    [Fact]
    public async Task Is_answered_by_exactly_the_right_events_over_what_a_careful_reader_finds()
    {
        await using var record = await SampleRecord.Annotated(server);

        var score = await Score.Of(record);

        output.WriteLine(score.ToString());
        Assert.True(score.Right >= 0.95, score.ToString());
        Assert.True(score.AnsweredTheUnanswerable == 0, score.ToString());
    }

    [Fact]
    public async Task Is_answered_over_what_the_reader_finds()
    {
        await using var record = await SampleRecord.Read(server);

        var score = await Score.Of(record);

        output.WriteLine(score.ToString());
        Assert.True(score.Right >= 0.7, score.ToString());
        Assert.True(score.AnsweredTheUnanswerable == 0, score.ToString());
    }

    private sealed record Score(int Asked, IReadOnlyList<string> Misses, int AnsweredTheUnanswerable)
    {
        public double Right => 1 - ((double)Misses.Count / Asked);

        public static async Task<Score> Of(SampleRecord record)
        {
            using var questions = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SampleRecord.Folder("tests"), "gold", "questions.json")));
            var misses = new List<string>();
            var (asked, wrong) = (0, 0);
            foreach (var x in questions.RootElement.EnumerateArray())
            {
                asked++;
                var question = x.GetProperty("q").GetString()!;
                var today = x.TryGetProperty("today", out var day) ? DateOnly.Parse(day.GetString()!, null) : Later;
                var answer = await Ask.Answer(question, Clock.Now, today, record.Workspace, TestContext.Current.CancellationToken);
                var faults = Faults(x, answer, record).ToList();
                if (faults.Count > 0)
                    misses.Add($"{question}\n    read as: {answer.Interpretation.Words}\n    {string.Join("\n    ", faults)}");
                if (x.TryGetProperty("why", out _) && answer.Statements.Count + answer.Agreements.Count + answer.Meetings.Count > 0)
                    wrong++;
            }

            return new Score(asked, misses, wrong);
        }

        public override string ToString()
        {
            var text = new StringBuilder().AppendLine(null, $"{Asked - Misses.Count} of {Asked} exactly right ({Right:P1}); {AnsweredTheUnanswerable} unanswerable ones answered.");
            return Misses.Aggregate(text, (t, miss) => t.AppendLine(miss)).ToString();
        }

        private static IEnumerable<string> Faults(JsonElement x, Answer answer, SampleRecord record)
        {
            foreach (var (kind, shown) in new (string, IEnumerable<IEnumerable<long>>)[] {
                ("statements", answer.Statements.Select(s => s.OtherSources.Select(o => o.Sequence).Prepend(s.Sequence))),
                ("agreements", answer.Agreements.Select(a => a.OtherSources.Select(o => o.Sequence).Prepend(a.Sequence))),
                ("meetings", answer.Meetings.Select(m => m.OtherSources.Select(o => o.Sequence).Prepend(m.Sequence))) })
            {
                if (!x.GetProperty("expect").TryGetProperty(kind, out var wanted))
                    continue;
                var must = Events(wanted).ToHashSet();
                var may = x.TryGetProperty("may", out var m) && m.TryGetProperty(kind, out var others) ? Events(others).ToHashSet() : [];
                var got = shown.SelectMany(s => s).Select(s => record.Gold.TryGetValue(s, out var e) ? e : ("?", (int)s)).ToList();
                foreach (var missing in must.Except(got))
                    yield return $"lacks {kind[..^1]} {missing.Item1} {missing.Item2}";
                foreach (var extra in got.Where(g => !must.Contains(g) && !may.Contains(g)))
                    yield return $"shows {kind[..^1]} {extra.Item1} {extra.Item2}";
            }

            var days = answer.Statements.Select(s => s.SaidBy).ToList();
            if (!days.SequenceEqual(days.Order()))
                yield return "is out of order";
        }

        private static IEnumerable<(string Seed, int Event)> Events(JsonElement list) =>
            list.EnumerateArray().Select(x => (x.GetProperty("seed").GetString()!, x.GetProperty("event").GetInt32()));
    }
}
