using System.Security.Cryptography;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Data.Downloads;

public sealed class DatasetsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Folders_AreSearchedInOrder()
    {
        (string[] places, string target) = DataFolders.Of("mnist", "given", "variable", "local");
        (string[] without, string cache) = DataFolders.Of("mnist", null, "", "local");

        places.ShouldBe(["given", Path.Combine("variable", "mnist"), Path.Combine("local", "NetGen", "data", "mnist")]);
        target.ShouldBe("given");
        without.ShouldBe([Path.Combine("local", "NetGen", "data", "mnist")]);
        cache.ShouldBe(without[0]);
        DataFolders.Of("mnist", null, "variable", "").Target.ShouldBe(Path.Combine("variable", "mnist"));
        Should.Throw<ArgumentException>(() => DataFolders.Of("mnist", "", null, "local")).ParamName.ShouldBe("path");
        Should.Throw<IOException>(() => DataFolders.Of("mnist", null, null, "")).Message.ShouldStartWith("there is no folder for data");
    }

    [Fact]
    public async Task ASetThatIsThere_IsNotFetched()
    {
        Directory.CreateDirectory(_folder["b"]);
        foreach (string name in (string[])["train-images-idx3-ubyte", "train-labels-idx1-ubyte.gz", "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"])
        {
            _folder.Write(Path.Combine("b", name), []);
        }

        (await Obtain(PublicSets.Mnist, [_folder["a"], _folder["b"]])).ShouldBe(_folder["b"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cifar-100-binary")]
    public async Task Cifar_IsFoundInItsInnerFolderToo(string inner)
    {
        string folder = Directory.CreateDirectory(_folder["b/" + inner]).FullName;
        File.WriteAllBytes(Path.Combine(folder, "train.bin"), []);
        File.WriteAllBytes(Path.Combine(folder, "test.bin"), []);

        (await Obtain(PublicSets.Cifar100, [_folder["a"], _folder["b"]])).TrimEnd('/').ShouldBe(folder.TrimEnd('/'));
    }

    [Fact]
    public async Task AnArchive_IsFetchedAndUnpacked()
    {
        byte[] archive = IdxBytes.Pack(TarFile.Bytes([("cifar-100-binary/train.bin", [4, 0, .. new byte[3072]]), ("cifar-100-binary/test.bin", [19, 99, .. new byte[3072]])]));
        using FileServer server = new(archive);
        DownloadItem item = new(server.Url, "cifar-100-binary.tar.gz", Convert.ToHexString(SHA256.HashData(archive)), archive.Length);

        // Three at once, of which one fetches.
        string[] all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Obtain(PublicSets.Cifar100 with { Items = [item] }, [_folder["a"]]))));

        string found = all.Distinct().ShouldHaveSingleItem();
        server.Requests.Count.ShouldBe(1);
        found.ShouldBe(Path.Combine(_folder["a"], "cifar-100-binary"));
        Cifar100.Load(found, null, null, Cifar100Labels.Fine, 1, 1).Test.LabelOf(0).ShouldBe(99);
        Directory.GetFiles(_folder["a"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task AnArchiveOfOtherFiles_IsRefused()
    {
        byte[] archive = TarFile.Pack(("readme", "x"));
        using FileServer server = new(archive);
        DownloadItem item = new(server.Url, "a.tar.gz", Convert.ToHexString(SHA256.HashData(archive)));

        (await Should.ThrowAsync<DataFileException>(() => Obtain(PublicSets.Cifar100 with { Items = [item] }, [_folder["a"]]))).Message
            .ShouldEndWith("the files of CIFAR-100 were fetched, but not all of them are there");
    }

    [Fact]
    public async Task ASetThatIsNowhere_SaysWhereItWasLookedFor()
    {
        using FileServer server = new([]) { Status = 404 };
        DownloadItem item = new(server.Url, "a.tar.gz", new string('0', 64));

        (await Should.ThrowAsync<IOException>(() => Obtain(PublicSets.Cifar10 with { Items = [item] }, [_folder["a"], _folder["b"]]))).Message
            .ShouldBe($"CIFAR-10 is not in {_folder["a"]} nor in {_folder["b"]}, and could not be fetched: {server.Url}: expected the status 200 or 206, actual 404 No");
    }

    [SharedDataFact("data/mnist")]
    public async Task TheRealMnist_HasTheHashesThatAreExpected()
    {
        string folder = SharedDataFactAttribute.Find("data/mnist")!;

        foreach (DownloadItem item in PublicSets.Mnist.Items)
        {
            (await FileHashes.ProblemAsync(Path.Combine(folder, item.FileName), item, CancellationToken.None)).ShouldBeNull(item.FileName);
        }

        Mnist mnist = Datasets.Mnist(folder);
        mnist.Train.ClassNames.ShouldBe(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);

        // The counts of the training labels, by numpy.bincount.
        mnist.Train.ClassCounts().ShouldBe([5923L, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
        mnist.Train.Split(0.1).First.ClassCounts().Sum().ShouldBe(6000);
    }

    private Task<string> Obtain(PublicSet set, string[] places) =>
        set.ObtainAsync(places, places[0], new Downloader(_client, (_, _) => Task.CompletedTask), null, CancellationToken.None);
}
