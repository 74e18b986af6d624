using System.Runtime.CompilerServices;

namespace Stances.Tests;

/// <summary>Approved files, in a folder <c>Golden</c> beside the test. <c>STANCES_ACCEPT=1 dotnet test</c> writes them anew; the diff is the review.</summary>
internal static class Golden
{
    public static void Holds(string name, string actual, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("STANCES_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual + "\n");
        }

        Assert.True(File.Exists(file), $"No approved file {name}; run with STANCES_ACCEPT=1 and review it.");
        Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), actual.TrimEnd('\n'));
    }
}
