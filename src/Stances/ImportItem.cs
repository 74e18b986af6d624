using System.Text;
using System.Text.Json;
using Stances.Domain;
using Stances.Http;

namespace Stances;

/// <summary>One article of a collection: a text or HTML file, with a <c>.json</c> of the same name beside it that tells its source, or a line of JSON.</summary>
internal sealed record ImportItem(string Name, Func<Submission> Submission)
{
    private const int LongestLine = 3 * Stances.Submission.MostBytes;

    /// <summary>The items of a folder (with those below it) or of a <c>.jsonl</c> file whose lines are what <c>POST /articles</c> takes.</summary>
    /// <exception cref="InvalidInputException">There is no such folder or file.</exception>
    public static IReadOnlyList<ImportItem> At(string place)
    {
        if (Directory.Exists(place))
        {
            return [.. Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories)
                .Where(x => Path.GetExtension(x).ToLowerInvariant() is ".txt" or ".html" or ".htm")
                .Order(StringComparer.Ordinal)
                .Select(x => new ImportItem(x, () => OfFile(x)))];
        }

        if (!File.Exists(place))
            throw new InvalidInputException("place", $"There is no file or folder {place}.");
        return [.. Lines(place).Select((line, i) => new ImportItem($"{place}:{i + 1}", () => ArticlesApi.FromJson(line)))];
    }

    private static Submission OfFile(string file)
    {
        var about = Path.ChangeExtension(file, ".json");
        var description = File.Exists(about) ? JsonSerializer.Deserialize<Description>(File.ReadAllText(about), EventView.Json) : null;
        if (new FileInfo(file).Length > Stances.Submission.MostBytes)
            throw new InvalidInputException("text", $"more than {Stances.Submission.MostBytes} bytes") { Kind = InputFault.TooLarge };
        return Stances.Submission.Of(
            File.ReadAllBytes(file), !Path.GetExtension(file).Equals(".txt", StringComparison.OrdinalIgnoreCase), description?.PublishedOn, description?.Source ?? Source.Unknown, "import");
    }

    private static List<byte[]> Lines(string file)
    {
        var lines = new List<byte[]>();
        foreach (var line in File.ReadLines(file, Encoding.UTF8))
        {
            if (line.Length > LongestLine)
                throw new InvalidInputException("place", $"{file}: line {lines.Count + 1} is longer than {LongestLine} characters.") { Kind = InputFault.TooLarge };
            lines.Add(Encoding.UTF8.GetBytes(line));
        }

        return lines;
    }

    private sealed record Description(DateOnly? PublishedOn, Source? Source);
}
