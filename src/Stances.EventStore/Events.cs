namespace Stances.EventStore;

/// <summary>An event that is to be appended. The id makes a retry recognisable: the same event has the same id.</summary>
/// <param name="Id">Made by the writer.</param>
/// <param name="Type">The stored name.</param>
/// <param name="DotnetType">The .NET type a Marten application knows the event by: <c>Full.Name, Assembly</c>.</param>
/// <param name="Data">The event as JSON.</param>
public sealed record NewEvent(Guid Id, string Type, string DotnetType, string Data);

/// <summary>Events for one stream, which must stand at <paramref name="ExpectedVersion"/> (0: must not exist yet).</summary>
public sealed record StreamAppend(string Stream, long ExpectedVersion, IReadOnlyList<NewEvent> Events);

/// <summary>An event as the log has it.</summary>
/// <param name="Sequence">Its place in the log; rises, with holes.</param>
/// <param name="Id">As the writer made it.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its place in the stream: 1, 2, 3, ... without holes.</param>
/// <param name="Type">The stored name.</param>
/// <param name="Data">JSON.</param>
/// <param name="RecordedAt">When the log took it in.</param>
public sealed record RecordedEvent(
    long Sequence, Guid Id, string Stream, long Version, string Type, string Data, DateTimeOffset RecordedAt);

/// <summary>A stream was not at the version its writer expected: someone else wrote first.</summary>
public sealed class WrongExpectedVersionException(string stream, long expected, long actual, Exception? inner = null)
    : Exception($"Stream {stream} was expected at version {expected} and is at {actual}.", inner)
{
    /// <summary>The stream.</summary>
    public string Stream { get; } = stream;

    /// <summary>The version the writer expected.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version the stream is at.</summary>
    public long Actual { get; } = actual;
}
