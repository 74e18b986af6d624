using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stances.Answers;

/// <summary>
/// What an answer rests on: how far the log was read, by which versions of the read models, the reader and the catalogue, the day
/// it was asked on, and what was asked. Asked again with it, the same program gives the same bytes.
/// </summary>
public sealed record Basis(long Sequence, string Program, DateOnly Today, string Question, DateOnly? On, DateTimeOffset? Known)
{
    /// <summary>The state of the record.</summary>
    public RecordBasis Record => new(Sequence, Program);

    /// <summary>The token: readable up to the last part, which is the question.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Record}~{Today:yyyyMMdd}~{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Asked(Question, On, Known), EventView.Json))}");

    /// <summary>The basis a token names, or null where it is none.</summary>
    public static Basis? Parse(string? token)
    {
        if (RecordBasis.Parse(token) is not { } record || token!.Split('~') is not [_, _, var today, var asked]
            || !DateOnly.TryParseExact(today, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !Base64Url.IsValid(asked))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Asked>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(asked)), EventView.Json) is { Question: not null } was
                ? new Basis(record.Sequence, record.Program, day, was.Question, was.On, was.Known) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Asked(string Question, DateOnly? On, DateTimeOffset? Known);
}
