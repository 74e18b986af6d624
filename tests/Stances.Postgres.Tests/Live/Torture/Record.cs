namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>What somebody was told, in the order it came.</summary>
internal sealed class Record
{
    private readonly Lock gate = new();
    private readonly List<string> kept = [];
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long highest, awaited = long.MaxValue;

    /// <summary>For who writes it, and for all once it is done.</summary>
    public IReadOnlyList<string> Kept => kept;

    public void Keep(string what, long sequence)
    {
        lock (gate)
        {
            kept.Add(what);
            highest = Math.Max(highest, sequence);
            if (highest >= awaited)
                reached.TrySetResult();
        }
    }

    /// <summary>Done when a sequence was kept that is this one or behind it.</summary>
    public Task Until(long sequence)
    {
        lock (gate)
        {
            awaited = sequence;
            if (highest >= awaited)
                reached.TrySetResult();
        }
        return reached.Task;
    }
}
