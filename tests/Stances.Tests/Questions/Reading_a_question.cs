using System.Globalization;
using Stances.Domain.Catalogue;
using Stances.Extraction.Catalogue;
using Stances.Extraction.Questions;

namespace Stances.Tests.Questions;

/// <summary>Each question with all that is understood of it, on 10 May 2018.</summary>
public sealed class Reading_a_question
{
    private static readonly Lazy<QuestionReader> Reader = new(() => new QuestionReader(CatalogueFiles.Load([Catalogue()])));

    private static readonly DateOnly Today = new(2018, 5, 10);

    public static TheoryData<string, string> Questions { get; } = Load();

    [Theory]
    [MemberData(nameof(Questions))]
    public void Tells_all_that_it_asks(string question, string understood)
    {
        var told = Told(Reader.Value.Read(question, Today));
        Assert.True(understood == told, $"{question} => {told}");
    }

    private static TheoryData<string, string> Load()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Questions", "questions.txt")).Where(x => x.Contains(" => ", StringComparison.Ordinal)))
            data.Add(line[..line.IndexOf(" => ", StringComparison.Ordinal)], line[(line.IndexOf(" => ", StringComparison.Ordinal) + 4)..]);
        return data;
    }

    /// <summary>Every part of the question that is not empty, in one line.</summary>
    private static string Told(Question q) => string.Join("; ", ((string?[])
    [
        q.Intent.ToString(), List("countries", q.Countries), List("people", q.People.Select(x => string.Join('|', x.People))), One("role", q.Role),
        List("in office", q.Tenures.Select(Days)), List("topics", q.Topics), q.Ambiguous ? "either" : null, List("matters", q.Matters.Select(x => x.Asked)),
        List("positions", q.Positions.Select(x => x.ToString())), One("direction", q.Direction), List("beside", q.Beside), List("to", q.To.Select(x => string.Join('|', x.People))), List("except", q.Except), List("deed of", q.DeedOf), q.Said == DaySpan.Always ? null : Days(q.Said),
        One("as of", q.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), q.Anchor is { } a ? $"{a.Relation} meeting {a.Place} {string.Join('+', a.Countries)} {string.Join('+', a.People)} {Days(a.Within)}".Trim() : null,
        One("place", q.Place), One("format", q.Format), q.Latest ? "latest" : null, q.First ? "first" : null, q.Counts ? "counts" : null, One("quoted", q.Quoted), List("words", q.Words), One("unknown", q.Unknown), List("stateless", q.Stateless), One("refused", q.Refusal),
    ]).OfType<string>());

    private static string? One(string name, object? value) => value is null ? null : $"{name} {value}";

    private static string? List(string name, IEnumerable<string> values) => values.ToList() is { Count: > 0 } list ? $"{name} {string.Join(", ", list)}" : null;

    private static string Days(DaySpan days) => $"{days.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}..{days.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string Catalogue()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Stances.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "catalogue");
    }
}
