using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// Tells readers that something was appended: those in this process at once, those elsewhere by NOTIFY. The NOTIFY is sent
/// after the commit and from a connection of its own, because inside the transaction it makes all commits queue up; while one is
/// on its way, and for a moment after, any number of rings become one more. It may be lost: readers also look by themselves.
/// </summary>
public sealed class Bell(NpgsqlDataSource db)
{
    private const string Channel = "stances_log";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(15), BeforeListeningAgain = TimeSpan.FromMilliseconds(250);

    // What is told may be lost, so there is no need to wait for the disk.
    private static readonly Sql Notify = Sql.Raw($"select set_config('synchronous_commit', 'off', true), pg_notify('{Channel}', '')");

    private readonly Lock gate = new();
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool sending, again;
    private int listeners;
    private Action? stopListening;

    /// <summary>Done at the next ring. Take it before looking at the log, so that a ring in between is not missed.</summary>
    internal Task NextRing
    {
        get { lock (gate) return rung.Task; }
    }

    /// <summary>Something was appended.</summary>
    public void Ring()
    {
        RingHere();
        lock (gate)
        {
            again = true;
            if (sending)
                return;
            sending = true;
        }
        _ = Task.Run(Send);
    }

    /// <summary>Hears what other processes append for as long as the result is not disposed.</summary>
    internal IDisposable Listen()
    {
        lock (gate)
        {
            if (listeners++ == 0)
            {
                var stop = new CancellationTokenSource();
                stopListening = stop.Cancel;
                _ = Task.Run(() => Hear(stop), CancellationToken.None);
            }
        }
        return new Listener(this);
    }

    private void RingHere()
    {
        TaskCompletionSource was;
        lock (gate)
            (was, rung) = (rung, new(TaskCreationOptions.RunContinuationsAsynchronously));
        was.SetResult();
    }

    private async Task Send()
    {
        while (true)
        {
            lock (gate)
            {
                if (!again)
                {
                    sending = false;
                    return;
                }
                again = false;
            }
            try
            {
                await db.Execute(Notify);
                await Task.Delay(Moment);
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
            {
                // Lost: the others look by themselves.
            }
        }
    }

    private async Task Hear(CancellationTokenSource stop)
    {
        using var _ = stop;
        var ct = stop.Token;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var dedicated = await DedicatedConnection.Open(db, ct);
                await dedicated.Connection.Execute(Sql.Raw($"listen {Channel}"), ct);
                while (true)
                {
                    // At once, too: what was told while nobody listened is lost.
                    RingHere();
                    await dedicated.Connection.WaitAsync(ct);
                }
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException or OperationCanceledException)
            {
                await Task.Delay(BeforeListeningAgain, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private sealed class Listener(Bell bell) : IDisposable
    {
        private bool disposed;

        public void Dispose()
        {
            lock (bell.gate)
            {
                if (disposed)
                    return;
                disposed = true;
                if (--bell.listeners > 0)
                    return;
                bell.stopListening!();
            }
        }
    }
}
