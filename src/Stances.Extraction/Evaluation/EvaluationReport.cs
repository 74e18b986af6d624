using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stances.Domain;

namespace Stances.Extraction.Evaluation;

/// <summary>A reader measured against gold: scores per type, field and band, and every pair it rests on.</summary>
public sealed record EvaluationReport(
    string Reader, int Articles, IReadOnlyList<TypeScore> Types, IReadOnlyList<BandScore> Bands,
        IReadOnlyDictionary<string, (double Low, double High)> Intervals,
    IReadOnlyList<Match> Matches, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The report as JSON; another run can be compared with it.</summary>
    public string ToJson()
    {
        var types = new JsonObject();
        foreach (var t in Types)
        {
            var fields = new JsonObject();
            foreach (var (field, score) in t.Fields.OrderBy(x => x.Key, StringComparer.Ordinal))
                fields[field] = new JsonObject { ["right"] = score.Right, ["of"] = score.All };
            types[t.Type] = new JsonObject
            {
                ["right"] = t.Right, ["false"] = t.False, ["missed"] = t.Missed, ["optional"] = t.Optional, ["strict"] = t.Strict,
                ["precision"] = Math.Round(t.Precision, 4), ["recall"] = Math.Round(t.Recall, 4), ["f1"] = Math.Round(t.F1, 4),
                    ["strictF1"] = Math.Round(t.StrictF1, 4),
                ["f1Low"] = Math.Round(Intervals[t.Type].Low, 4), ["f1High"] = Math.Round(Intervals[t.Type].High, 4), ["fields"] = fields,
            };
        }

        var bands = new JsonArray([.. Bands.Select(x => (JsonNode)new JsonObject { ["band"] = x.Band, ["right"] = x.Right, ["of"] = x.All })]);
        var pairs = new JsonArray([.. Keys().Select(x => (JsonNode)Pair(x.Key, x.Value.Outcome, x.Value.Found))]);
        return new JsonObject { ["reader"] = Reader, ["articles"] = Articles, ["types"] = types, ["bands"] = bands, ["events"] = pairs }
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonObject Pair(string key, string outcome, ArticleEvent? found)
    {
        var pair = new JsonObject { ["event"] = key, ["outcome"] = outcome };
        if (found is not null)
        {
            var (confidence, reasons) = Scoring.Sureness(found);
            pair["confidence"] = confidence;
            pair["reasons"] = new JsonArray([.. reasons.Select(x => (JsonNode)x)]);
        }

        return pair;
    }

    /// <summary>The report as a table for people.</summary>
    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{Articles} articles, reader {Reader}");
        table.AppendLine("type               right false missed optional  precision recall    F1  [95 %]        strict F1");
        foreach (var t in Types)
        {
            var (low, high) = Intervals[t.Type];
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{t.Type,-18} {t.Right,5} {t.False,5} {t.Missed,6} {t.Optional,8}  {t.Precision,9:0.00} {t.Recall,6:0.00} {t.F1,5:0.00}  [{low:0.00}-{high:0.00}]  {t.StrictF1,12:0.00}");
            table.AppendLine("    "
                + string.Join("  ",
                    t.Fields.OrderBy(x => x.Key, StringComparer.Ordinal)
                        .Select(x => string.Create(CultureInfo.InvariantCulture,
                            $"{x.Key} {x.Value.Share:0.00} ({x.Value.Right}/{x.Value.All})"))));
        }

        table.AppendLine("confidence: " + string.Join("  ", Bands.Select(x => $"{x.Band} {x.Right}/{x.All}")));
        return table.ToString();
    }

    /// <summary>Every event that was missed or found without ground, and every pair with a wrong field, in the order of the articles.</summary>
    public string ToMisses()
    {
        var lines = new StringBuilder();
        foreach (var match in Matches.OrderBy(x => x.Article, StringComparer.Ordinal).ThenBy(x => x.Gold?.Start ?? x.Found!.Grounds!.Start))
        {
            if (match.Found is null)
                lines.AppendLine(CultureInfo.InvariantCulture,
                    $"MISSED {match.Article} {Describe(match.Gold!)}: {Words(match.Article, match.Gold!.Start, match.Gold.End)}");
            else if (match.Gold is null)
                lines.AppendLine(CultureInfo.InvariantCulture, $"FALSE  {match.Article} {Describe(match.Found)}: {match.Found.Grounds!.Exact}");
            else if (!match.Gold.Optional && Scoring.Fields(match.Gold, match.Found).Where(x => !x.Right).Select(x => x.Field).ToList() is { Count: > 0 } wrong)
                lines.AppendLine(CultureInfo.InvariantCulture,
                    $"WRONG  {match.Article} {string.Join(',', wrong)}: {Describe(match.Found)} for {Describe(match.Gold)}: {match.Found.Grounds!.Exact}");
        }

        return lines.ToString();
    }

    /// <summary>What a change won and lost against an earlier report's JSON.</summary>
    public string Against(string oldJson)
    {
        var old = JsonNode.Parse(oldJson)!["events"]!.AsArray().ToDictionary(x => (string)x!["event"]!, x => (string)x!["outcome"]!);
        var now = Keys();
        var lines = new StringBuilder();
        foreach (var key in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(key, "-"), now.TryGetValue(key, out var own) ? own.Outcome : "-");
            if (before != after)
                lines.AppendLine(CultureInfo.InvariantCulture, $"{(Rank(after) > Rank(before) ? "won " : "lost")} {key}: {before} -> {after}");
        }

        return lines.ToString();
    }

    private static int Rank(string outcome) => outcome switch { "right" => 3, "optional" or "-" => 2, "partly" => 1, _ => 0 };

    private Dictionary<string, (string Outcome, ArticleEvent? Found)> Keys()
    {
        var keys = new Dictionary<string, (string, ArticleEvent?)>(StringComparer.Ordinal);
        foreach (var x in Matches)
        {
            var key = x.Gold is { } gold ? $"{x.Article} {gold.Type} {string.Join('+', gold.Countries)} {gold.Start}-{gold.End}"
                : $"{x.Article} {Matching.TypeOf(x.Found!)} {x.Found!.Grounds!.Start}-{x.Found.Grounds.End} (found)";
            var outcome =
                x.Found is null
                    ? "missed"
                    : x.Gold is null
                    ? "false"
                    : x.Gold.Optional
                    ? "optional"
                    : Scoring.Fields(x.Gold, x.Found).All(y => y.Right)
                    ? "right"
                    : "partly";
            keys.TryAdd(key, (outcome, x.Found));
        }

        return keys;
    }

    private string Words(string article, int start, int end) =>
        Texts.TryGetValue(article, out var text) && end <= text.Length ? text[start..end].ReplaceLineEndings(" ") : "";

    private static string Describe(GoldEvent e) =>
        $"[{e.Type} {string.Join('+', e.Countries)} {e.Speaker} {string.Join('/', e.Topics)} {string.Join('/', e.Positions)} {string.Join('/', e.Directions)} {e.On:yyyy-MM-dd} {e.Format} {e.Place}]";

    private static string Describe(ArticleEvent e) => e switch
    {
        ArticleEvent.StanceStated s =>
            $"[{s.Country} {s.Speaker?.Name} {s.Topic} {s.Position} {s.Direction} {s.On:yyyy-MM-dd} {s.Confidence} {string.Join(' ', s.Reasons)}]",
        ArticleEvent.AgreementReached a =>
            $"[agreement {string.Join('+', a.Parties)} {a.Topic} {a.On:yyyy-MM-dd} {a.Confidence} {string.Join(' ', a.Reasons)}]",
        ArticleEvent.MeetingHeld m =>
            $"[meeting {string.Join('+', m.Participants.Select(x => x.Country + ":" + x.Person))} {m.Format} {m.Place} {m.On:yyyy-MM-dd} {m.Confidence}]",
        _ => e.ToString(),
    };
}
