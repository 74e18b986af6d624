using System.Text;
using Stances.Domain;
using Stances.Extraction;
using Stances.Http;

namespace Stances.Pages;

/// <summary>What somebody typed into the form for a new article.</summary>
/// <param name="Dropped">Places of the findings that are wrong, each with the reason given.</param>
public sealed record AddForm(string Text, string? PublishedOn, string? Publisher, string? Url, string? Title, string By, IReadOnlyDictionary<int, string> Dropped)
{
    /// <summary>The form before anybody typed.</summary>
    public static readonly AddForm Empty = new("", null, null, null, null, "", new Dictionary<int, string>());

    /// <summary>The form as it was sent.</summary>
    public static AddForm Of(IFormCollection form)
    {
        var dropped = new Dictionary<int, string>();
        foreach (var value in form["drop"])
        {
            if (int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at))
                dropped[at] = form[$"why-{at}"].ToString().Trim();
        }

        // Browsers send every line break as CR LF; the text was not written so.
        return new AddForm(
            form["text"].ToString().ReplaceLineEndings("\n"), Filled("publishedOn"), Filled("publisher"), Filled("url"), Filled("title"), form["by"].ToString().Trim(), dropped);

        string? Filled(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>What is handed in.</summary>
    /// <exception cref="InvalidInputException">It is no article.</exception>
    public Submission Submission() => Stances.Submission.Of(
        Encoding.UTF8.GetBytes(Text), html: false, Fields.Day(PublishedOn, "publishedOn"), new Source(Publisher, Fields.WebAddress(Url, "url"), Title, null, null), By.Length > 0 ? By : null);
}

/// <summary>An article before it is stored: the form, what is wrong with it, or what was read in it.</summary>
public sealed record AddView(AddForm Form, string? Error, IReadOnlyList<IReadOnlyList<TextRun>> Paragraphs, IReadOnlyList<Finding> Findings, Source? Source, DateOnly? PublishedOn)
{
    /// <summary>The form alone.</summary>
    public static AddView Of(AddForm form, string? error = null) => new(form, error, [], [], null, null);

    /// <summary>The class of a run of the text.</summary>
    public string ClassOf(TextRun run) => Findings.Where(x => run.Marks.Contains(x.Version)).OrderBy(x => x.Exact.Length).First().Class;

    /// <summary>Reads the article without storing it.</summary>
    public static async Task<AddView> Read(Workspace workspace, AddForm form, CancellationToken ct)
    {
        var submission = form.Submission();
        var reading = await workspace.Reader.Read(new ArticleText(submission.Text, submission.PublishedOn, submission.Source), ct);
        var found = reading.Events.Select((e, i) => (Event: e, At: (long)i + 1)).Where(x => x.Event.Grounds is not null).ToList();
        var (paragraphs, missing) = MarkedText.Cut(submission.Text, [.. found.Select(x => (x.At, x.Event.Grounds!))]);
        var now = new AsOf(null, null);
        return new AddView(
            form, null, paragraphs,
            [.. found.Select(x => { var (told, _, on, direction) = ArticleDetail.Tell(x.Event, workspace.Catalogue, now); return new Finding(x.At, 0, x.Event, told, null, on, direction, null, !missing.Contains(x.At)); })],
            reading.Source, reading.PublishedOn);
    }

    /// <summary>Stores the article, takes back what was marked as wrong, and tells its address.</summary>
    public static async Task<string> Store(Workspace workspace, AddForm form, CancellationToken ct)
    {
        var submission = form.Submission();
        foreach (var (at, why) in form.Dropped)
        {
            if (why.Length == 0)
                throw new InvalidInputException($"why-{at}", $"Say why finding {at} is wrong: the reason is stored with the correction.");
        }

        var reading = await workspace.Reader.Read(new ArticleText(submission.Text, submission.PublishedOn, submission.Source), ct);
        var filed = await Ingest.File(submission, workspace, ct);
        foreach (var (at, why) in form.Dropped.Where(x => x.Key >= 1 && x.Key <= reading.Events.Count))
        {
            var (type, data) = (EventJson.NameOf(reading.Events[at - 1]), EventJson.Write(reading.Events[at - 1]));
            if (filed.Events.LastOrDefault(x => x.Type == type && EventJson.Write(EventJson.Read(x.Type, x.Data)) == data) is { } wrong)
                await Corrections.Retract(filed.Stream, wrong.Version, why, form.By.Length > 0 ? form.By : "a reader", workspace, ct);
        }

        await workspace.Projections.CatchUp(ct);
        return filed.Stream;
    }
}
