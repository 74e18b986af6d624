using Npgsql;
using Stances.Domain;

namespace Stances.Projections;

/// <summary>A row's columns read from left to right.</summary>
internal sealed class Columns(NpgsqlDataReader row)
{
    private int at;

    public string? Text() => row.IsDBNull(at++) ? null : row.GetString(at - 1);

    public IReadOnlyList<string> Texts() => row.GetFieldValue<string[]>(at++);

    public int Int() => row.GetInt32(at++);

    public long Number() => row.GetInt64(at++);

    public long? NumberOrNull() => row.IsDBNull(at++) ? null : row.GetInt64(at - 1);

    public double Share() => row.GetDouble(at++);

    public bool Flag() => row.GetBoolean(at++);

    public DateTimeOffset Moment() => row.GetFieldValue<DateTimeOffset>(at++);

    public DateTimeOffset? MomentOrNull() => row.IsDBNull(at++) ? null : row.GetFieldValue<DateTimeOffset>(at - 1);

    public DateOnly? Day() => row.IsDBNull(at++) ? null : row.GetFieldValue<DateOnly>(at - 1);

    /// <summary>An enum by its stored name.</summary>
    public T Name<T>() where T : struct, Enum => Enum.Parse<T>(row.GetString(at++).Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public Speaker? Speaker() => (Text(), Text()) is var (name, role) && (name ?? role) is not null ? new Speaker(name, role) : null;
}
