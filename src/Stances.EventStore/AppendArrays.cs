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

    /// <summary>Writes one stream as if all were well, and fails where that is not so; null where there are many streams.</summary>
    public NpgsqlBatchCommand? ToQuickCommand()
    {
        if (Streams is not [var stream])
            return null;
        var command = new NpgsqlBatchCommand(Expected[0] == 0 ? AppendStatements.NewStream : AppendStatements.OneStream);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Expected[0] });
        AddEvents(command);
        return command;
    }

    /// <summary>Looks before it writes, whatever the streams.</summary>
    public NpgsqlBatchCommand ToCloseLook()
    {
        var command = new NpgsqlBatchCommand(AppendStatements.CloseLook);
        Add(command, Streams, NpgsqlDbType.Text);
        Add(command, Expected, NpgsqlDbType.Bigint);
        Add(command, Counts, NpgsqlDbType.Integer);
        Add(command, EventStreams, NpgsqlDbType.Text);
        Add(command, Versions, NpgsqlDbType.Bigint);
        AddEvents(command);
        return command;
    }

    private void AddEvents(NpgsqlBatchCommand command)
    {
        Add(command, Ids, NpgsqlDbType.Uuid);
        Add(command, Types, NpgsqlDbType.Text);
        Add(command, DotnetTypes, NpgsqlDbType.Text);
        Add(command, Bodies, NpgsqlDbType.Jsonb);
    }

    private static void Add<T>(NpgsqlBatchCommand command, T[] values, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
