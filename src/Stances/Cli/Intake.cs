using Stances.Domain;

namespace Stances.Cli;

/// <summary>Where the verbs take articles from: a file, a web address, or standard input.</summary>
internal static class Intake
{
    /// <summary>The submission at this place. A web address also tells the article's url.</summary>
    /// <exception cref="InvalidInputException">There is nothing at this place, or no text.</exception>
    public static async Task<Submission> Read(string place, DateOnly? publishedOn, Source source, CancellationToken ct)
    {
        if (place == "-")
        {
            await using var input = Console.OpenStandardInput();
            return Submission.Of(await Bounded(input, place, ct), html: false, publishedOn, source, Environment.UserName);
        }

        if (place.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return await Fetch(place, publishedOn, source with { Url = source.Url ?? place }, ct);

        try
        {
            await using var file = File.OpenRead(place);
            var html = Path.GetExtension(place).ToLowerInvariant() is ".html" or ".htm";
            return Submission.Of(await Bounded(file, place, ct), html, publishedOn, source, Environment.UserName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("file", $"Cannot read {place}: {e.Message}");
        }
    }

    /// <summary>The address, where it is one of a web page; null stays null.</summary>
    public static string? CheckedUrl(string? url) =>
        url is null || Submission.IsWebAddress(url)
            ? url
            : throw new InvalidInputException("url", $"'{url}' is not a web address.");

    private static async Task<Submission> Fetch(string url, DateOnly? publishedOn, Source source, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            using var answer = await http.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, ct);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidInputException("url", $"{url} answered {(int)answer.StatusCode}.");
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            var html = answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";
            return Submission.Of(await Bounded(body, url, ct), html, publishedOn, source, Environment.UserName);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new InvalidInputException("url", $"Cannot fetch {url}: {e.Message}");
        }
    }

    // One byte over the bound is read, so that Submission can tell what is too long without reading all of it.
    private static async Task<byte[]> Bounded(Stream stream, string place, CancellationToken ct)
    {
        var bytes = new byte[Submission.MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length <= Submission.MostBytes
            ? bytes[..length]
            : throw new InvalidInputException("text", $"{place} has more than {Submission.MostBytes} bytes.") { Kind = InputFault.TooLarge };
    }
}
