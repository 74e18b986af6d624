using Stances.Postgres.Tests.Cluster;
using Stances.Postgres.Tests.Log;

// Private clusters are for Unix.
[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

namespace Stances.Postgres.Tests.Fixtures;

/// <summary>Runs the tests, or, asked to, one of the programs that tests of several processes start.</summary>
internal static class Entry
{
    public static Task<int> Main(string[] args) =>
        args is [DatabaseUser.Verb] ? DatabaseUser.Live()
        : args is [ProjectingProgram.Verb] ? ProjectingProgram.Live()
        : Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}
