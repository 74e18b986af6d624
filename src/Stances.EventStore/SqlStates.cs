using Npgsql;

namespace Stances.EventStore;

/// <summary>What PostgreSQL says went wrong, by code. The ST codes are raised by the functions in <c>Schema/</c>.</summary>
internal static class SqlStates
{
    public const string WrongExpectedVersion = "ST001";
    public const string AppendOnly = "ST002";
    public const string LookCloser = "ST003";
    public const string CheckpointMoved = "ST004";

    /// <summary>The connection or the server failed, or two transactions got in each other's way: worth another try.</summary>
    public static bool IsPassing(Exception e) => e switch
    {
        PostgresException { IsTransient: true } => true,
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } => true,
        PostgresException => false,
        NpgsqlException or TimeoutException => true,
        _ => false,
    };
}
