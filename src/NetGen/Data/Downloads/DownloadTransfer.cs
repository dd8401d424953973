using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace NetGen;

/// <summary>Requests for one file: each takes what is missing (RFC 9110, section 14).</summary>
internal sealed class DownloadTransfer(HttpClient client, DownloadItem item, PartFile part, IProgress<DownloadProgress>? progress)
{
    /// <summary>A server that sends nothing for so long is taken to be gone.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_reportInterval = TimeSpan.FromSeconds(0.1);

    /// <summary>Asks once; on return, all is there.</summary>
    /// <exception cref="BrokenConnectionException">Another try may go on.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (part.Length > item.Length)
        {
            part.Delete();
        }

        long start = part.Length;
        if (start > 0 && start == item.Length)
        {
            return;
        }

        using HttpRequestMessage request = Request(start);
        using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(s_silence);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && start > 0)
        {
            if (response.Content.Headers.ContentRange?.Length == start && SameVersion(response))
            {
                return;
            }

            part.Delete();
            throw new BrokenConnectionException($"{item.Url}: the server has no such part");
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                FormattableString.Invariant($"{item.Url}: expected the status 200 or 206, actual {(int)response.StatusCode} {response.ReasonPhrase}"),
                null,
                response.StatusCode);
        }

        start = Begin(response, start);
        long? total = start + response.Content.Headers.ContentLength;
        if (item.Length is { } length && total is { } promised && promised != length)
        {
            part.Delete();
            throw new DataFileException(part.Target, $"expected {length} bytes, but {item.Url} has {promised}");
        }

        await ReceiveAsync(response, start, total ?? item.Length, silence, cancellationToken).ConfigureAwait(false);
    }

    private HttpRequestMessage Request(long start)
    {
        HttpRequestMessage request = new(HttpMethod.Get, item.Url);

        // Packed on the way, ranges and lengths would be those of the packed bytes.
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        if (start > 0)
        {
            request.Headers.Range = new RangeHeaderValue(start, null);
            if (EntityTagHeaderValue.TryParse(part.Tag, out EntityTagHeaderValue? tag))
            {
                request.Headers.IfRange = new RangeConditionHeaderValue(tag);
            }
        }

        return request;
    }

    /// <summary>Makes the part ready for what comes: it goes on, or starts over where the server sends the whole.</summary>
    /// <returns>The bytes that are there already.</returns>
    private long Begin(HttpResponseMessage response, long start)
    {
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (start > 0 && response.Content.Headers.ContentRange?.From == start && SameVersion(response))
            {
                return start;
            }

            part.Delete();
            throw new BrokenConnectionException($"{item.Url}: the server sent another part than was asked for, or a part of another version");
        }

        EntityTagHeaderValue? tag = response.Headers.ETag;
        part.Restart(tag is { IsWeak: false } ? tag.ToString() : null);
        return 0;
    }

    /// <summary>Whether the server does not say that its file changed.</summary>
    private bool SameVersion(HttpResponseMessage response) =>
        part.Tag is not { } tag || response.Headers.ETag is not { } now || now.ToString() == tag;

    private async Task ReceiveAsync(
        HttpResponseMessage response, long start, long? total, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1 << 16];
        long there = start;
        long reported = Stopwatch.GetTimestamp();
        await using FileStream file = part.Append();
        Report(there, total);
        await using Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        while (await ReadAsync(body, buffer, silence, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            if (there + read > total)
            {
                // Not deleted: it is open. An empty part is none.
                file.SetLength(0);
                throw new DataFileException(part.Target, $"expected {total} bytes, but {item.Url} sends more");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None).ConfigureAwait(false);
            there += read;
            if (Stopwatch.GetElapsedTime(reported) >= s_reportInterval)
            {
                reported = Stopwatch.GetTimestamp();
                Report(there, total);
            }
        }

        if (there < total)
        {
            throw new BrokenConnectionException(FormattableString.Invariant($"{item.Url}: expected {total} bytes, actual {there}"));
        }

        // Before the rename, so that no crash leaves a right name on a file that is not all there.
        file.Flush(flushToDisk: true);
        Report(there, total);
    }

    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        silence.CancelAfter(s_silence);
        try
        {
            return await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new BrokenConnectionException($"{item.Url}: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrokenConnectionException(FormattableString.Invariant($"{item.Url}: nothing came for {s_silence.TotalSeconds} seconds"), e);
        }
    }

    private void Report(long there, long? total) => progress?.Report(new DownloadProgress(item.FileName, there, total));
}
