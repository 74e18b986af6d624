using System.Diagnostics;
using Npgsql;

namespace Stances.Postgres;

/// <summary>The server of a private cluster. Its methods are for the holder of the cluster's start lock.</summary>
internal sealed class ClusterServer(ClusterFolder folder, Func<string, string?> environment)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OrphansEndWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private string trouble = "";

    public ClusterFolder Folder => folder;

    /// <summary>Whether its first process lives, whatever it is busy with.</summary>
    public bool Lives => ServerProcesses.AreVisible ? ServerProcesses.Postmaster(folder.Data) is not null : File.Exists(folder.Socket);

    /// <summary>What opens a database of the cluster.</summary>
    public string ConnectionString(string database) => ConnectionStrings.Complete(
        new NpgsqlConnectionStringBuilder
        {
            Host = folder.Sockets,
            Port = 5432,
            Username = "stances",
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString);

    /// <summary>Has the server run and answer, with its database made, from whatever state the folder is in.</summary>
    public async Task Run(CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        long? orphanedSince = null, stoppingSince = null;
        while (true)
        {
            if (!folder.Exists)
                await Make(ct);

            switch (await Ask(ct))
            {
                case Answer.Ready:
                    return;
                case Answer.None when !ServerProcesses.AreVisible || ServerProcesses.In(folder.Data) is []:
                    await Start(ct);
                    continue;
                case Answer.None when ServerProcesses.Postmaster(folder.Data) is null:
                    // Those whose postmaster was killed end when they notice; a new one must not start beside them.
                    orphanedSince ??= Stopwatch.GetTimestamp();
                    if (Stopwatch.GetElapsedTime(orphanedSince.Value) > OrphansEndWithin)
                        ServerProcesses.Kill(ServerProcesses.In(folder.Data));
                    break;
                case Answer.NotYet when ServerProcesses.IsStopping(folder.Data):
                    stoppingSince ??= Stopwatch.GetTimestamp();
                    if (Stopwatch.GetElapsedTime(stoppingSince.Value) > LongestStop)
                        await Stop("immediate", ct);
                    break;
            }

            if (Stopwatch.GetElapsedTime(since) > LongestStart)
                throw new DatabaseUnavailableException($"The private PostgreSQL in {folder.Home} runs but does not answer ({trouble}); its log is {folder.Log}.");
            await Task.Delay(LookAgain, ct);
        }
    }

    /// <summary>Stops the server, if it runs: gently where it lets itself be, else at once, which its log makes good.</summary>
    public async Task Stop(CancellationToken ct)
    {
        if (!folder.Exists || (ServerProcesses.AreVisible && ServerProcesses.In(folder.Data) is []))
            return;

        // PostgreSQL that is told to stop while it recovers from a crash of its own may wait for itself for ever.
        for (var since = Stopwatch.GetTimestamp();
             Stopwatch.GetElapsedTime(since) < LongestStop && !ServerProcesses.IsStopping(folder.Data) && await Ask(ct) is Answer.NotYet;)
            await Task.Delay(LookAgain, ct);

        if (!await Stop("fast", ct))
            await Stop("immediate", ct);
        if (folder.SocketIsApart && Directory.Exists(folder.Sockets))
            Directory.Delete(folder.Sockets, recursive: true);
    }

    private async Task<bool> Stop(string mode, CancellationToken ct)
    {
        var (binaries, account) = await Means(ct);
        var seconds = LongestStop.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var stopped = await Tool.Run(account, folder.Data, binaries.Path("pg_ctl"), ["-D", ".", "-m", mode, "-w", "-t", seconds, "-s", "stop"], ct);
        if (!ServerProcesses.AreVisible)
            return stopped is { Succeeded: true };

        // pg_ctl is content when postmaster.pid is gone, a moment before the processes are.
        for (var since = Stopwatch.GetTimestamp(); ServerProcesses.In(folder.Data) is not []; await Task.Delay(5, ct))
        {
            if (stopped is { Succeeded: true } && Stopwatch.GetElapsedTime(since) < OrphansEndWithin)
                continue;
            if (mode != "immediate")
                return false;
            ServerProcesses.Kill(ServerProcesses.In(folder.Data));
        }
        return true;
    }

    /// <summary>Whether anybody but the caller uses the cluster.</summary>
    public bool IsUsed()
    {
        using var alone = FileLock.TryAlone(folder.UseLock);
        return alone is null;
    }

    private enum Answer { None, NotYet, Ready }

    private async Task<Answer> Ask(CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
            await connection.OpenAsync(ct);
            await using var find = new NpgsqlCommand("select count(*) from pg_database where datname = 'stances'", connection);
            if (await find.ExecuteScalarAsync(ct) is 0L)
            {
                await using var create = new NpgsqlCommand("create database stances", connection);
                await create.ExecuteNonQueryAsync(ct);
            }
            return Answer.Ready;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return Answer.Ready;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown)
        {
            trouble = Database.Reason(e);
            return Answer.NotYet;
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            trouble = Database.Reason(e);
            return Answer.None;
        }
    }

    private async Task Make(CancellationToken ct)
    {
        if (ServerProcesses.AreVisible)
            ServerProcesses.Kill(ServerProcesses.In(folder.Unfinished));
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        if (Directory.Exists(folder.Data))
            throw new DatabaseUnavailableException($"{folder.Data} is there but holds no database: move it away, or set STANCES_HOME to another folder.");

        var (binaries, account) = await Means(ct);
        string[] always = ["-D", ".", "-U", "stances", "--auth-local=trust", "--auth-host=reject", "-E", "UTF8", "--locale=C", "--data-checksums"];
        // So that lower(), ILIKE and sorting know every script; a server built without ICU has its own way since 17.
        string[][] locales = [["--locale-provider=icu", "--icu-locale=und"], ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"], []];
        Tool.Result? made = null;
        foreach (var locale in locales)
        {
            await account.MakeFolder(folder.Unfinished, ct);
            made = await Tool.Run(account, folder.Unfinished, binaries.Path("initdb"), [.. always, .. locale], ct);
            if (made is { Succeeded: true })
                break;
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        if (made is not { Succeeded: true })
            throw new DatabaseUnavailableException($"PostgreSQL {binaries.Version} could not make a database in {folder.Home}: {made?.Line}");
        await File.AppendAllTextAsync(Path.Combine(folder.Unfinished, "postgresql.conf"), $"\ninclude_if_exists = '{ClusterSettings.FileName}'\n", ct);
        Directory.Move(folder.Unfinished, folder.Data);
    }

    private async Task Start(CancellationToken ct)
    {
        var (binaries, account) = await Means(ct);
        await account.MakeFolder(folder.Sockets, ct);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, ClusterSettings.FileName), ClusterSettings.Text(folder.Sockets, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes), ct);
        if (ServerProcesses.AreVisible)
        {
            // No process of the server lives, whoever now has the numbers these files name.
            foreach (var stale in new[] { Path.Combine(folder.Data, "postmaster.pid"), folder.Socket + ".lock", folder.Socket })
                File.Delete(stale);
        }

        // pg_ctl makes the server a session of its own, out of reach of a Ctrl-C meant for this program.
        var started = await Tool.Run(account, folder.Data, binaries.Path("pg_ctl"), ["-D", ".", "-l", "server.log", "-w", "-t", "300", "-s", "start"], ct);
        if (started is not { Succeeded: true })
            throw new DatabaseUnavailableException($"The private PostgreSQL in {folder.Home} does not start: {LastOfLog() ?? started?.Line}");
    }

    private async Task<(PostgresBinaries Binaries, ServerAccount Account)> Means(CancellationToken ct)
    {
        var binaries = await PostgresBinaries.For(folder, environment, ct);
        return (binaries, await ServerAccount.For(folder, binaries, ct));
    }

    private string? LastOfLog() => File.Exists(folder.Log)
        ? File.ReadLines(folder.Log).LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal))
        : null;
}
