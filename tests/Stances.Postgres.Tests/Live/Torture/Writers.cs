using Npgsql;
using Stances.EventStore;

namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>
/// Several who write to the log at once: one article at a time, many in bulk, and now and then something that is rolled back and leaves its
/// numbers unused. Where the database went away they try the same again.
/// </summary>
internal sealed class Writers(EventLog log, Chronicle chronicle)
{
    private int written;

    /// <summary>How many events were acknowledged.</summary>
    public int Written => Volatile.Read(ref written);

    public Task Write(int writers, int events, int seed) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(i => Task.Run(() => One(new Random(seed * 1000 + i), events / writers))));

    public async Task Write(params StreamAppend[] appends) => await Insist(() => log.Append(appends), appends);

    private async Task One(Random random, int events)
    {
        for (var left = events; left > 0;)
        {
            StreamAppend[] articles = [.. Enumerable.Range(0, random.Next(20) == 0 ? 10 : 1).Select(_ => chronicle.Next(random, 20))];
            if (random.Next(20) == 0)
                await RollBack(chronicle.Next(random, 20));
            if (articles.Length == 1)
                await Write(articles);
            else
                await Insist(() => new BulkAppend(log).Run(articles.ToAsyncEnumerable(), connections: 1), articles);
            left -= articles.Sum(x => x.Events.Count);
        }
    }

    private async Task Insist(Func<Task> write, IReadOnlyCollection<StreamAppend> what)
    {
        while (true)
        {
            try
            {
                await write();
                Interlocked.Add(ref written, what.Sum(x => x.Events.Count));
                return;
            }
            catch (NpgsqlException)
            {
                // Killed in the middle: nobody knows whether it was written, and writing it again adds nothing.
            }
        }
    }

    private async Task RollBack(StreamAppend article)
    {
        try
        {
            await log.Append([article], [Sql.Raw("select 1 / 0")]);
        }
        catch (NpgsqlException)
        {
            // As it should be.
        }
    }
}
