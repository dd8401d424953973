using System.Runtime.ExceptionServices;

namespace NetGen.Images;

/// <summary>Reads many files on many threads. What comes out depends on the files alone: each has a place of its own, and the first bad one is the first by place.</summary>
internal sealed class FolderReader(IReadOnlyList<string> paths, ImageFolderOptions options, IProgress<ImageFolderProgress>? progress)
{
    /// <summary>Milliseconds from one report to the next.</summary>
    private const long Pause = 100;

    private readonly Lock _lock = new();
    private int _read;
    private long _next;

    /// <summary>Reads each file.</summary>
    /// <param name="read">Makes the bytes of a file to keep; from any thread.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The bytes of each file, and what is wrong with it where it is bad.</returns>
    /// <exception cref="DataFileException">The first bad file, where those are refused.</exception>
    public (byte[][] Pixels, DataFileException?[] Problems) Read(Func<string, byte[]> read, CancellationToken cancellation)
    {
        byte[][] pixels = new byte[paths.Count][];
        DataFileException?[] problems = new DataFileException?[paths.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, paths.Count, parallel, (i, state) =>
            {
                problems[i] = Problem(() => pixels[i] = read(paths[i]), paths[i]);
                if (problems[i] is not null && options.BadFile == BadFile.Refuse)
                {
                    // All files before this one are still read: one of them may be bad, too.
                    state.Break();
                    return;
                }

                Report();
            });
        }
        catch (AggregateException e)
        {
            // Memory that is short, or what a receiver of reports throws: a caller expects that itself.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return options.BadFile == BadFile.Refuse && problems.FirstOrDefault(p => p is not null) is { } first ? throw first : (pixels, problems);
    }

    private static DataFileException? Problem(Action read, string path)
    {
        try
        {
            read();
            return null;
        }
        catch (DataFileException e)
        {
            return e;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DataFileException(path, $"the file cannot be read: {e.Message}", e);
        }
    }

    private void Report()
    {
        if (progress is null)
        {
            return;
        }

        // Under the lock, so that reports come in order.
        lock (_lock)
        {
            _read++;
            if (_read == paths.Count || Environment.TickCount64 >= _next)
            {
                progress.Report(new ImageFolderProgress(_read, paths.Count));
                _next = Environment.TickCount64 + Pause;
            }
        }
    }
}
