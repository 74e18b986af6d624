using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stances.Domain;

namespace Stances.Extraction.Evaluation;

/// <summary>Reads gold: <c>NAME.json</c> with the events, <c>NAME.txt</c> with the text, beside it or in a folder of texts.</summary>
public static class GoldFiles
{
    /// <summary>
    /// The gold of a file or of every <c>.json</c> in a folder. Texts are looked for beside them and then in <paramref name="texts"/>;
    /// gold whose text is nowhere is left out.
    /// </summary>
    /// <exception cref="GoldException">A file is not well formed, a quote is not in its text, or the text is another than was annotated.</exception>
    public static IReadOnlyList<GoldArticle> Load(string path, string? texts = null)
    {
        var files =
            File.Exists(path)
                ? [path]
                : Directory.Exists(path)
                ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToArray()
                : throw new GoldException($"{path}: there is no such file or folder");
        var found = new List<GoldArticle>();
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = new[] { Path.GetDirectoryName(file)!, texts }.OfType<string>().Select(x => Path.Combine(x, name + ".txt")).FirstOrDefault(File.Exists);
            if (text is not null)
                found.Add(Read(name, File.ReadAllText(file), File.ReadAllBytes(text)));
        }

        return found;
    }

    private static GoldArticle Read(string name, string json, byte[] bytes)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            var root = parsed.RootElement;
            if (Text(root, "sha256") is { } hash && Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash)
                throw new GoldException($"{name}: the text is another than was annotated");
            var text = Encoding.UTF8.GetString(bytes);
            var source =
                root.TryGetProperty("source", out var s)
                    ? new Source(Text(s, "publisher"), Text(s, "url"), Text(s, "title"), Text(s, "author"), Text(s, "language"))
                    : Source.Unknown;
            var events = root.GetProperty("events").EnumerateArray().Select(x => Event(name, x, text)).ToList();
            return new GoldArticle(name, new ArticleText(text, Day(root, "publishedOn"), source), Text(root, "manner"), events);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GoldException($"{name}: {e.Message}");
        }
    }

    private static GoldEvent Event(string name, JsonElement e, string text)
    {
        var (start, end) = Place(name, e, text);
        var countries = Texts(e, "countries").Concat(Texts(e, "parties")).ToList();
        if (Text(e, "country") is { } country)
            countries.Add(country);
        return new GoldEvent(
            Text(e, "type") ?? throw new GoldException($"{name}: an event has no type"),
            [.. countries.Distinct().Order(StringComparer.Ordinal)], Text(e, "speaker"), Texts(e, "topic"),
            [.. Texts(e, "position").Select(x => Enum.Parse<Position>(x, true))], [.. Texts(e, "direction").Select(x => Enum.Parse<Direction>(x, true))],
            Day(e, "on"), start, end, e.TryGetProperty("optional", out var o) && o.GetBoolean(), Texts(e, "people"),
            Text(e, "format") is { } format ? Enum.Parse<MeetingFormat>(format, true) : null, Text(e, "place"));
    }

    private static (int Start, int End) Place(string name, JsonElement e, string text)
    {
        if (Text(e, "quote") is not { } quote)
            return (e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32());
        var nth = e.TryGetProperty("nth", out var n) ? n.GetInt32() : 1;
        var at = -1;
        for (var k = 0; k < nth; k++)
        {
            at = text.IndexOf(quote, at + 1, StringComparison.Ordinal);
            if (at < 0)
                throw new GoldException($"{name}: not in the text: {quote}");
        }

        return (at, at + quote.Length);
    }

    private static string? Text(JsonElement e, string key) =>
        e.TryGetProperty(key, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement e, string key)
    {
        if (!e.TryGetProperty(key, out var found))
            return [];
        return found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray().Select(x => x.GetString()!)] : found.GetString() is { } one ? [one] : [];
    }

    private static DateOnly? Day(JsonElement e, string key) =>
        Text(e, key) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
