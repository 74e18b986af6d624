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
        return [.. Lines(place)];
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

    /// <summary>The lines that are not empty, by where they stand: a collection may be larger than memory.</summary>
    private static IEnumerable<ImportItem> Lines(string file)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        var buffer = new byte[1 << 16];
        var (start, at, number) = (0L, 0L, 0);
        for (var read = bytes.Read(buffer); read > 0; read = bytes.Read(buffer))
        {
            for (var i = 0; i < read; i++)
            {
                at++;
                if (buffer[i] != '\n')
                    continue;
                number++;
                if (at - 1 > start)
                    yield return Line(start, at - 1 - start, number);
                start = at;
            }
        }

        if (at > start)
            yield return Line(start, at - start, number + 1);

        ImportItem Line(long from, long length, int nth) => new($"{file}:{nth}", () => ArticlesApi.FromJson(Bytes(file, from, length)));
    }

    private static ReadOnlyMemory<byte> Bytes(string file, long from, long length)
    {
        if (length > LongestLine)
            throw new InvalidInputException("text", $"The line has {length} bytes; at most {LongestLine} are taken.") { Kind = InputFault.TooLarge };
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0) { Position = from };
        var line = new byte[length];
        bytes.ReadExactly(line);
        return from == 0 && line.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? line.AsMemory(Encoding.UTF8.Preamble.Length) : line;
    }

    private sealed record Description(DateOnly? PublishedOn, Source? Source);
}
