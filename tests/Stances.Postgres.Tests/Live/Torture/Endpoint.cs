namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>Where one webhook arrives: what was taken, each id once and in the order it first came, and how often one came again.</summary>
internal sealed class Endpoint(string? country, string secret)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> ids = [];
    private readonly Record record = new();

    public string? Country => country;

    /// <summary>The sequences, by first arrival.</summary>
    public IReadOnlyList<string> Taken => record.Kept;

    /// <summary>How many came again, as they may.</summary>
    public int Repeats { get; private set; }

    /// <summary>How many were not signed with its secret.</summary>
    public int Unsigned { get; private set; }

    /// <summary>Done when this sequence or one behind it was taken.</summary>
    public Task Until(long sequence) => record.Until(sequence);

    public void Take(Arrival arrival)
    {
        var sequence = (string)arrival.Event["sequence"]!;
        lock (gate)
        {
            if (arrival.SignedBy(secret) != 1)
                Unsigned++;
            if (ids.Add(arrival.Id))
                record.Keep(sequence, long.Parse(sequence, null));
            else
                Repeats++;
        }
    }
}
