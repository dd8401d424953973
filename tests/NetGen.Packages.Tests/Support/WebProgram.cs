using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Packages.Tests;

/// <summary>A web program that is running, on a port that the system chose.</summary>
internal sealed partial class WebProgram : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += Read;
        _process.ErrorDataReceived += Read;
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"it ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; } = new() { Timeout = s_longest };

    /// <summary>What it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<WebProgram> StartAsync(string folder, string program, params string[] arguments)
    {
        WebProgram web = new(Command.Start("dotnet", folder, [program, "--urls", "http://127.0.0.1:0", .. arguments]));
        try
        {
            web.Client.BaseAddress = await web._address.Task.WaitAsync(s_longest);
            return web;
        }
        catch
        {
            web.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Read(object sender, DataReceivedEventArgs e)
    {
        lock (_output)
        {
            _output.Append(e.Data).Append('\n');
        }

        if (e.Data is not null && Listening().Match(e.Data) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("Now listening on: (?<address>http://[^ ]+)")]
    private static partial Regex Listening();
}
