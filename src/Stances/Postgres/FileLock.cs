using System.Diagnostics;

namespace Stances.Postgres;

/// <summary>
/// A lock between processes, held on an open file: it is gone when the process is, however that ended, so none is ever left over.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock for one alone, or gives null where anybody holds it.</summary>
    public static FileLock? TryAlone(string path) => Try(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes the lock beside others that share it, or gives null where one holds it alone.</summary>
    public static FileLock? TryShared(string path) => Try(path, FileAccess.Read, FileShare.Read);

    /// <summary>Waits until the lock can be taken for one alone.</summary>
    public static async Task<FileLock> Alone(string path, TimeSpan patience, CancellationToken ct)
    {
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(20, ct))
        {
            if (TryAlone(path) is { } taken)
                return taken;
            if (Stopwatch.GetElapsedTime(since) > patience)
                throw new DatabaseUnavailableException($"Another program has held {path} for {patience.TotalSeconds:0} seconds.");
        }
    }

    public void Dispose() => file.Dispose();

    private static FileLock? Try(string path, FileAccess access, FileShare share)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(new FileStream(path, options));
        }
        catch (IOException e) when (e.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"{path} cannot be used: {e.Message}", e);
        }
    }

    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);
}
