using Npgsql;
using Stances.Postgres;

namespace Stances.Tests;

public sealed class Connection_strings
{
    [Theory]
    [InlineData("Host=db;Database=stances;Username=u;Password=p w", "db", 5432, "stances", "u", "p w", SslMode.Prefer)]
    [InlineData("postgres://u:p%20w@db/stances", "db", 5432, "stances", "u", "p w", SslMode.Prefer)]
    [InlineData("postgresql://u@db:6432/stances?sslmode=verify-full&application_name=desk", "db", 6432, "stances", "u", null, SslMode.VerifyFull)]
    public void Are_read_as_people_write_them(string given, string host, int port, string database, string user, string? password, SslMode ssl)
    {
        var read = new NpgsqlConnectionStringBuilder(ConnectionStrings.Complete(given));
        Assert.Equal((host, port, database, user, password, ssl), (read.Host, read.Port, read.Database, read.Username, read.Password, read.SslMode));
    }

    [Fact]
    public void Are_completed_where_they_are_silent()
    {
        var read = new NpgsqlConnectionStringBuilder(ConnectionStrings.Complete("Host=db;Timeout=3;ApplicationName=desk"));
        Assert.Equal(("desk", 3, 60, 64), (read.ApplicationName, read.Timeout, read.CommandTimeout, read.MaxPoolSize));
    }

    [Theory]
    [InlineData("Host=db", 200, 2, true, 15)]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false;Keepalive=0", 0, 2, false, 0)]
    public void Are_obeyed_by_the_pool(string given, int prepared, int usages, bool unreset, int keepAlive)
    {
        using var pool = Stances.EventStore.Pool.Open(ConnectionStrings.Complete(given));
        var read = new NpgsqlConnectionStringBuilder(pool.ConnectionString);
        Assert.Equal((prepared, usages, unreset, keepAlive), (read.MaxAutoPrepare, read.AutoPrepareMinUsages, read.NoResetOnClose, read.KeepAlive));
    }

    [Theory]
    [InlineData("Hosst=db")]
    [InlineData("postgres://")]
    [InlineData("Port=many")]
    public void That_cannot_be_read_are_refused_in_a_line(string given)
    {
        var refused = Assert.Throws<DatabaseUnavailableException>(() => ConnectionStrings.Complete(given));
        Assert.StartsWith("The connection string of the database cannot be read: ", refused.Message, StringComparison.Ordinal);
    }
}
