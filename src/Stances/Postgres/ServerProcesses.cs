using System.Diagnostics;
using System.Globalization;

namespace Stances.Postgres;

/// <summary>
/// The live processes of a cluster, told by the folder they work in: every process of PostgreSQL works in its data folder,
/// while the number in postmaster.pid may by now be somebody else's, or a zombie's.
/// </summary>
internal static class ServerProcesses
{
    /// <summary>Whether this system tells the folder of a process.</summary>
    public static bool AreVisible { get; } = Directory.Exists("/proc/self");

    /// <summary>All processes that work in <paramref name="folder"/>.</summary>
    public static IReadOnlyList<int> In(string folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(process => int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && WorksIn(id, folder)),
    ];

    /// <summary>The server's first process, if it lives.</summary>
    public static int? Postmaster(string data) => Recorded(data) is { } id && WorksIn(id, data) ? id : null;

    /// <summary>Ends what a server left behind when it was killed.</summary>
    public static void Kill(IEnumerable<int> processes)
    {
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended by itself meanwhile, which is what was wanted.
            }
        }
    }

    /// <summary>Whether the server has been told to stop, by its own word.</summary>
    public static bool IsStopping(string data) => Line(data, StatusLine)?.Trim() == "stopping";

    private static int? Recorded(string data) =>
        int.TryParse(Line(data, 0), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private const int StatusLine = 7;

    private static string? Line(string data, int number)
    {
        try
        {
            return File.ReadLines(Path.Combine(data, "postmaster.pid")).ElementAtOrDefault(number);
        }
        catch (IOException)
        {
            // There is no such file while no server runs.
            return null;
        }
    }

    private static bool WorksIn(int id, string folder)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{id}/cwd", returnFinalTarget: false)?.FullName == folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone, a zombie, or of another user: none of ours.
            return false;
        }
    }
}
