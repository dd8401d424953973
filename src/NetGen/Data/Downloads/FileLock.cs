namespace NetGen;

/// <summary>Keeps other processes, and other tasks of this one, from working at the same file.</summary>
/// <remarks>It is an open file, so a process that dies lets go. The file may be removed only when the work is done for all: somebody who waits may have it
/// open, and would hold a lock that nobody else sees.</remarks>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(0.1);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting while somebody else has it.</summary>
    public static async Task<FileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException e) when (IsHeld(e))
            {
                await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Lets go and removes the file: what it kept others from is done.</summary>
    public void Remove()
    {
        Dispose();
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody took it meanwhile and removes it later.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether the error is that somebody else has the file open: ERROR_SHARING_VIOLATION or ERROR_LOCK_VIOLATION, EWOULDBLOCK of Linux or of macOS.</summary>
    private static bool IsHeld(IOException e) => (e.HResult & 0xffff) is 32 or 33 or 11 or 35;
}
