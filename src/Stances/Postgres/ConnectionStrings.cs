using Npgsql;

namespace Stances.Postgres;

/// <summary>Connection strings as people write them, completed by the settings this program counts on.</summary>
public static class ConnectionStrings
{
    // What stands first gives way to what follows, so a reader's own settings win.
    private const string Defaults = "Application Name=stances;Timeout=15;Command Timeout=60;Tcp Keepalive=true;Maximum Pool Size=64;";

    /// <summary>The connection string that <paramref name="given"/> means: key=value pairs, or a postgres:// address.</summary>
    public static string Complete(string given)
    {
        try
        {
            var pairs = given.StartsWith("postgres://", StringComparison.Ordinal) || given.StartsWith("postgresql://", StringComparison.Ordinal)
                ? FromAddress(new Uri(given))
                : given;
            return new NpgsqlConnectionStringBuilder(Defaults + pairs).ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or FormatException)
        {
            throw new DatabaseUnavailableException($"The connection string of the database cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static string FromAddress(Uri address)
    {
        if (address.Host.Length == 0)
            throw new FormatException("it names no host.");

        var pairs = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(address.Host) };
        if (address.Port > 0)
            pairs.Port = address.Port;
        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
            pairs.Database = Uri.UnescapeDataString(database);
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            pairs.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            pairs.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split('=', 2) is [var n, var v] ? (n, v) : (option, "true");
            // libpq writes verify-full where Npgsql writes VerifyFull.
            if (string.Equals(name, "sslmode", StringComparison.OrdinalIgnoreCase))
                value = value.Replace("-", "", StringComparison.Ordinal);
            pairs[Uri.UnescapeDataString(name).Replace('_', ' ')] = Uri.UnescapeDataString(value);
        }
        return pairs.ConnectionString;
    }
}
