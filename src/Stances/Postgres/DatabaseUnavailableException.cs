namespace Stances.Postgres;

/// <summary>There is no database to work with; the message is one line that says why and what the reader can do about it.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Tells what is missing.</summary>
    public DatabaseUnavailableException(string message, Exception? cause = null) : base(message, cause) { }
}
