using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NetGen.Tests.Data.Downloads;

/// <summary>A server of one file on a free port of this machine, which misbehaves as told.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<(string? Range, string? IfRange)> _requests = new();
    private readonly Task _serving;

    public FileServer(byte[] content)
    {
        Content = content;
        _listener.Start();
        _serving = ServeAsync();
    }

    public byte[] Content { get; set; }

    public string? Tag { get; set; }

    public int? Status { get; set; }

    /// <summary>Whether ranges are given.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>Whether a range is given although the tag is another.</summary>
    public bool IgnoresIfRange { get; set; }

    /// <summary>For each answer in turn, after how many bytes of its body the connection breaks.</summary>
    public ConcurrentQueue<int> Breaks { get; } = new();

    /// <summary>Whether the server falls silent where it would break the connection.</summary>
    public bool FallsSilent { get; set; }

    /// <summary>Called at the end of each answer.</summary>
    public Action? Answered { get; set; }

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<(string? Range, string? IfRange)> Requests => [.. _requests];

    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file"));

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _serving.Wait();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
                Answered?.Invoke();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.ASCII, leaveOpen: true);
        string? range = null;
        string? ifRange = null;
        while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } line)
        {
            range = line.StartsWith("Range: ", StringComparison.OrdinalIgnoreCase) ? line["Range: ".Length..] : range;
            ifRange = line.StartsWith("If-Range: ", StringComparison.OrdinalIgnoreCase) ? line["If-Range: ".Length..] : ifRange;
        }

        _requests.Enqueue((range, ifRange));
        (string head, byte[] body) = Answer(range, ifRange);
        byte[] headBytes = Encoding.ASCII.GetBytes($"HTTP/1.1 {head}{(Tag is null ? "" : $"ETag: {Tag}\r\n")}Connection: close\r\n\r\n");
        try
        {
            await stream.WriteAsync(headBytes, _end.Token);
            bool breaks = Breaks.TryDequeue(out int length);
            await stream.WriteAsync(breaks ? body.AsMemory(0, length) : body, _end.Token);
            if (breaks && FallsSilent)
            {
                await Task.Delay(Timeout.Infinite, _end.Token);
            }
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }

    private (string Head, byte[] Body) Answer(string? range, string? ifRange)
    {
        if (Status is { } status)
        {
            return (FormattableString.Invariant($"{status} No\r\nContent-Length: 0\r\n"), []);
        }

        int length = Content.Length;
        if (range is null || !Ranges || (ifRange is not null && ifRange != Tag && !IgnoresIfRange))
        {
            return (FormattableString.Invariant($"200 OK\r\nContent-Length: {length}\r\n"), Content);
        }

        int start = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        return start >= length
            ? (FormattableString.Invariant($"416 No\r\nContent-Range: bytes */{length}\r\nContent-Length: 0\r\n"), [])
            : (FormattableString.Invariant($"206 Partial\r\nContent-Range: bytes {start}-{length - 1}/{length}\r\nContent-Length: {length - start}\r\n"), Content[start..]);
    }
}
