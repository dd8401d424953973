using System.Net;
using System.Security.Cryptography;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data.Downloads;

public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7 / 3))];

    private readonly TempFolder _folder = new();
    private readonly FileServer _server = new(s_content);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<double> _pauses = [];

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task WholeFile_IsFetchedOnce()
    {
        Reports reports = new();

        string path = await Download(Item(), reports);

        path.ShouldBe(_folder["data.bin"]);
        File.ReadAllBytes(path).ShouldBe(s_content);
        _folder.Names().ShouldBe(["data.bin"], "the part, its tag and the lock are gone");
        reports.All[0].ShouldBe(new DownloadProgress("data.bin", 0, 200_000));
        reports.All[^1].ShouldBe(new DownloadProgress("data.bin", 200_000, 200_000));

        await Download(Item());
        _server.Requests.ShouldBe([(null, null)], "the second time it is there");
    }

    [Fact]
    public async Task EmptyFile_IsFetched()
    {
        _server.Content = [];

        File.ReadAllBytes(await Download(Item([], length: 0))).ShouldBeEmpty();
    }

    [Fact]
    public async Task BrokenConnection_GoesOnWhereItBroke()
    {
        _server.Tag = "\"v1\"";
        _server.Breaks.Enqueue(70_000);
        _server.Breaks.Enqueue(50_000);

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);

        _server.Requests.ShouldBe([(null, null), ("bytes=70000-", "\"v1\""), ("bytes=120000-", "\"v1\"")]);
        _pauses.ShouldBe([1, 2]);
        _folder.Names().ShouldBe(["data.bin"]);
    }

    [Fact]
    public async Task WithoutTag_OnlyTheRangeIsAskedFor()
    {
        _server.Breaks.Enqueue(70_000);
        _server.Tag = "W/\"weak\"";

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);

        _server.Requests.ShouldBe([(null, null), ("bytes=70000-", null)]);
    }

    [Fact]
    public async Task ServerWithoutRanges_StartsOver()
    {
        _server.Ranges = false;
        _server.Breaks.Enqueue(70_000);

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);

        _server.Requests.ShouldBe([(null, null), ("bytes=70000-", null)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ChangedTag_StartsOver(bool ignoresIfRange)
    {
        byte[] changed = [.. s_content.Reverse()];
        _server.Tag = "\"v1\"";
        _server.IgnoresIfRange = ignoresIfRange;
        _server.Breaks.Enqueue(70_000);
        _server.Answered = () => (_server.Content, _server.Tag) = (changed, "\"v2\"");

        File.ReadAllBytes(await Download(Item(changed))).ShouldBe(changed);

        _server.Requests.ShouldBe(
            ignoresIfRange ? [(null, null), ("bytes=70000-", "\"v1\""), (null, null)] : [(null, null), ("bytes=70000-", "\"v1\"")]);
    }

    [Fact]
    public async Task ConnectionThatKeepsBreaking_IsGivenUp_AndThePartIsKept()
    {
        for (int i = 0; i < Downloader.Tries; i++)
        {
            _server.Breaks.Enqueue(10_000);
        }

        IOException e = await Should.ThrowAsync<IOException>(() => Download(Item()));

        e.Message.ShouldContain($"the connection failed 5 times; 50000 bytes are kept in {_folder["data.bin.part"]}");
        _pauses.ShouldBe([1, 2, 4, 8]);
        File.ReadAllBytes(_folder["data.bin.part"]).ShouldBe(s_content[..50_000]);

        // Another call goes on.
        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);
        _server.Requests[^1].ShouldBe(("bytes=50000-", null));
    }

    [Fact]
    public async Task WrongHash_IsRefused_AndThePartRemoved()
    {
        string expected = Sha256([1]);
        DownloadItem item = new(_server.Url, "data.bin", expected);

        DataFileException e = await Should.ThrowAsync<DataFileException>(() => Download(item));

        e.Path.ShouldBe(_folder["data.bin"]);
        e.Message.ShouldContain($"expected the SHA-256 {expected}, actual {Sha256(s_content)}, from {_server.Url}");
        _folder.Names().ShouldBe(["data.bin.lock"]);
    }

    [Fact]
    public async Task Md5_IsCheckedToo()
    {
        string right = Convert.ToHexString(MD5.HashData(s_content));
        string wrong = Convert.ToHexStringLower(MD5.HashData([1]));

        (await Should.ThrowAsync<DataFileException>(() => Download(new DownloadItem(_server.Url, "data.bin", Sha256(s_content), md5: wrong)))).Message
            .ShouldContain($"expected the MD5 {wrong}, actual {right.ToLowerInvariant()}");
        File.Exists(await Download(new DownloadItem(_server.Url, "data.bin", md5: right))).ShouldBeTrue();
    }

    [Fact]
    public async Task OtherLength_IsRefusedBeforeItIsFetched()
    {
        (await Should.ThrowAsync<DataFileException>(() => Download(Item(length: 100)))).Message.ShouldContain($"expected 100 bytes, but {_server.Url} has 200000");

        _folder.Names().ShouldBe(["data.bin.lock"]);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AbsentFile_IsNotTriedAgain()
    {
        _server.Status = 404;

        HttpRequestException e = await Should.ThrowAsync<HttpRequestException>(() => Download(Item()));

        e.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        e.Message.ShouldBe($"{_server.Url}: expected the status 200 or 206, actual 404 No");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task BusyServer_IsTriedAgain()
    {
        _server.Status = 503;
        _server.Answered = () => _server.Status = null;

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);
        _pauses.ShouldBe([1]);
    }

    [Fact]
    public async Task Cancellation_KeepsThePart()
    {
        _server.FallsSilent = true;
        _server.Breaks.Enqueue(70_000);
        using CancellationTokenSource cancellation = new();
        Task<string> download = Download(Item(), cancellation: cancellation.Token);
        while (!File.Exists(_folder["data.bin.part"]) || new FileInfo(_folder["data.bin.part"]).Length < 70_000)
        {
            download.IsCompleted.ShouldBeFalse();
            await Task.Delay(1);
        }

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => download);
        File.ReadAllBytes(_folder["data.bin.part"]).ShouldBe(s_content[..70_000]);
        _pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task WholePart_NeedsNoRequest()
    {
        _folder.Write("data.bin.part", s_content);

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task WholePartOfUnknownLength_IsTaken()
    {
        _folder.Write("data.bin.part", s_content);

        File.ReadAllBytes(await Download(Item(length: null))).ShouldBe(s_content);
        _server.Requests.ShouldBe([("bytes=200000-", null)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(200_000L)]
    public async Task TooLongPart_IsThrownAway(long? length)
    {
        _folder.Write("data.bin.part", [.. s_content, 0]);

        File.ReadAllBytes(await Download(Item(length: length))).ShouldBe(s_content);
        _server.Requests[^1].ShouldBe((null, null));
    }

    [Fact]
    public async Task WrongFile_IsReplaced()
    {
        _folder.Write("data.bin", [1, 2, 3]);

        File.ReadAllBytes(await Download(Item())).ShouldBe(s_content);
    }

    [Fact]
    public async Task SeveralAtOnce_FetchOnce()
    {
        string[] paths = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Download(Item()))));

        paths.ShouldAllBe(path => path == _folder["data.bin"]);
        File.ReadAllBytes(paths[0]).ShouldBe(s_content);
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PublicMethod_Downloads() =>
        File.ReadAllBytes(await Datasets.DownloadAsync(Item(), Path.Combine(_folder.Root, "new", "folder"), client: _client)).ShouldBe(s_content);

    [Fact]
    public void Items_AreChecked()
    {
        Uri url = new("http://localhost/a");
        string hash = new('a', 64);

        Should.Throw<ArgumentException>(() => new DownloadItem(new Uri("file:///a"), "a", hash)).ParamName.ShouldBe("url");
        Should.Throw<ArgumentException>(() => new DownloadItem(new Uri("a", UriKind.Relative), "a", hash)).ParamName.ShouldBe("url");
        foreach (string name in (string[])["../a", "a/b", "a\\b", "c:a", "..", "."])
        {
            Should.Throw<ArgumentException>(() => new DownloadItem(url, name, hash)).Message.ShouldStartWith($"expected a file's name without folders, actual {name}");
        }

        Should.Throw<ArgumentException>(() => new DownloadItem(url, "a")).Message.ShouldStartWith("expected a SHA-256 or an MD5, actual neither");
        Should.Throw<ArgumentException>(() => new DownloadItem(url, "a", "12")).Message.ShouldStartWith("expected 64 hexadecimal digits, actual 12");
        Should.Throw<ArgumentException>(() => new DownloadItem(url, "a", md5: new string('g', 32))).ParamName.ShouldBe("md5");
        Should.Throw<ArgumentOutOfRangeException>(() => new DownloadItem(url, "a", hash, -1)).ParamName.ShouldBe("length");
        new DownloadItem(url, "a", hash.ToUpperInvariant()).Sha256.ShouldBe(hash);
    }

    private DownloadItem Item(byte[]? content = null, long? length = 200_000) => new(_server.Url, "data.bin", Sha256(content ?? s_content), length);

    private Task<string> Download(DownloadItem item, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default) =>
        new Downloader(_client, Pause).DownloadAsync(item, _folder.Root, progress, cancellation);

    private Task Pause(TimeSpan time, CancellationToken cancellation)
    {
        _pauses.Add(time.TotalSeconds);
        return Task.CompletedTask;
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class Reports : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> All { get; } = [];

        public void Report(DownloadProgress value) => All.Add(value);
    }
}
