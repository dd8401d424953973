using System.Net;

namespace NetGen;

/// <summary>Fetches files over HTTP, goes on where an earlier try ended, and checks what came.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="pause">Waits between tries; tests do not.</param>
internal sealed class Downloader(HttpClient client, Func<TimeSpan, CancellationToken, Task> pause)
{
    /// <summary>How often a connection may break.</summary>
    public const int Tries = 5;

    /// <summary>The client for all downloads without one of their own. It waits as long as it takes: <see cref="DownloadTransfer"/> notices a server that fell silent.</summary>
    private static readonly Lazy<HttpClient> s_client = new(() => new HttpClient { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Downloads with a client of the caller's, or the common one.</summary>
    public Downloader(HttpClient? client)
        : this(client ?? s_client.Value, Task.Delay)
    {
    }

    /// <summary>Makes sure that the right file is there.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> DownloadAsync(DownloadItem item, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, item.FileName);
        if (await IsThereAsync(path, item, cancellationToken).ConfigureAwait(false))
        {
            return path;
        }

        using FileLock held = await FileLock.TakeAsync(path + ".lock", cancellationToken).ConfigureAwait(false);

        // Whoever had the lock before may have fetched it.
        if (!await IsThereAsync(path, item, cancellationToken).ConfigureAwait(false))
        {
            PartFile part = new(path);
            await FetchAsync(item, part, progress, cancellationToken).ConfigureAwait(false);
            if (await FileHashes.ProblemAsync(part.Path, item, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                part.Delete();
                throw new DataFileException(path, $"{problem}, from {item.Url}; what came was removed");
            }

            part.Complete();
        }

        held.Remove();
        return path;
    }

    private static async Task<bool> IsThereAsync(string path, DownloadItem item, CancellationToken cancellationToken) =>
        File.Exists(path) && await FileHashes.ProblemAsync(path, item, cancellationToken).ConfigureAwait(false) is null;

    private async Task FetchAsync(DownloadItem item, PartFile part, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        DownloadTransfer transfer = new(client, item, part, progress);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await transfer.RunAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (IsPassing(e, cancellationToken))
            {
                if (attempt == Tries)
                {
                    throw new IOException(
                        FormattableString.Invariant($"{item.Url}: the connection failed {Tries} times; {part.Length} bytes are kept in {part.Path}: {e.Message}"), e);
                }

                await pause(TimeSpan.FromSeconds(1 << (attempt - 1)), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Whether another try may succeed. A name that no server has will not be found a second later.</summary>
    private static bool IsPassing(Exception e, CancellationToken cancellationToken) => e switch
    {
        BrokenConnectionException => true,
        HttpRequestException { StatusCode: { } status } => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500,
        HttpRequestException http => http.HttpRequestError != HttpRequestError.NameResolutionError,

        // A client's own limit of time.
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
