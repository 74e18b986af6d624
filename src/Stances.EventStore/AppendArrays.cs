using Npgsql;
using NpgsqlTypes;

namespace Stances.EventStore;

/// <summary>What an append sends: one array per column, streams sorted so that writers lock them in one order.</summary>
internal sealed record AppendArrays(
    string[] Streams, long[] Expected, int[] Counts,
    string[] EventStreams, long[] Versions, Guid[] Ids, string[] Types, string[] DotnetTypes, string[] Bodies)
{
    public static AppendArrays Of(IReadOnlyList<StreamAppend> appends)
    {
        var sorted = appends.Where(a => a.Events.Count > 0).OrderBy(a => a.Stream, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Stream == sorted[i - 1].Stream)
                throw new ArgumentException($"Stream {sorted[i].Stream} is named twice in one append.", nameof(appends));
        }
        var count = sorted.Sum(a => a.Events.Count);
        var arrays = new AppendArrays(
            [.. sorted.Select(a => a.Stream)], [.. sorted.Select(a => a.ExpectedVersion)], [.. sorted.Select(a => a.Events.Count)],
            new string[count], new long[count], new Guid[count], new string[count], new string[count], new string[count]);
        var at = 0;
        foreach (var append in sorted)
        {
            var version = append.ExpectedVersion;
            foreach (var e in append.Events)
            {
                arrays.EventStreams[at] = append.Stream;
                arrays.Versions[at] = ++version;
                arrays.Ids[at] = e.Id;
                arrays.Types[at] = e.Type;
                arrays.DotnetTypes[at] = e.DotnetType;
                arrays.Bodies[at++] = e.Data;
            }
        }
        return arrays;
    }

    /// <summary>The quickest statement for these streams: it writes as if all were well, and raises where that was not so.</summary>
    public string Statement =>
        Array.TrueForAll(Expected, e => e == 0) ? AppendStatements.NewStreams
        : Streams.Length == 1 ? AppendStatements.OneStream
        : AppendStatements.CloseLook;

    public NpgsqlBatchCommand ToCommand(string statement)
    {
        var command = new NpgsqlBatchCommand(statement);
        Add(Streams, NpgsqlDbType.Text);
        Add(Expected, NpgsqlDbType.Bigint);
        Add(Counts, NpgsqlDbType.Integer);
        Add(EventStreams, NpgsqlDbType.Text);
        Add(Versions, NpgsqlDbType.Bigint);
        Add(Ids, NpgsqlDbType.Uuid);
        Add(Types, NpgsqlDbType.Text);
        Add(DotnetTypes, NpgsqlDbType.Text);
        Add(Bodies, NpgsqlDbType.Jsonb);
        return command;

        void Add<T>(T[] values, NpgsqlDbType type) =>
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
