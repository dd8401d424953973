namespace NetGen;

/// <summary>Finds public sets on this machine, and fetches those that are nowhere.</summary>
/// <remarks>
/// <para>A set is looked for in the folder that is given; then in that named by the environment variable <c>NETGEN_DATA</c>, in a sub-folder <c>mnist</c>,
/// <c>fashion-mnist</c>, <c>cifar-10</c> or <c>cifar-100</c>; then in the cache, <c>NetGen/data</c> in the user's folder of local application data (on Linux
/// <c>XDG_DATA_HOME</c> or <c>~/.local/share</c>), in the same sub-folders. Where all its files are in none of them, it is downloaded into the folder that is given, or else into the
/// cache.</para>
/// <para>The lengths and hashes of what is downloaded are checked; files that were there before are read as they are.</para>
/// </remarks>
public static class Datasets
{
    /// <summary>What an archive may take unpacked unless told otherwise: 16 GiB.</summary>
    public const long DefaultMaxBytes = 16L << 30;

    /// <summary>MNIST; waits for a download where one is needed.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <returns>Both sets, as <see cref="NetGen.Mnist.Load"/> reads them.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static Mnist Mnist(string? path = null, IProgress<DownloadProgress>? progress = null) => Wait(() => MnistAsync(path, progress));

    /// <summary>MNIST.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <param name="client">Downloads; one of the library's own where absent.</param>
    /// <param name="cancellationToken">Ends a download early; the next one goes on there.</param>
    /// <returns>Both sets, as <see cref="NetGen.Mnist.Load"/> reads them.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static async Task<Mnist> MnistAsync(
        string? path = null, IProgress<DownloadProgress>? progress = null, HttpClient? client = null, CancellationToken cancellationToken = default) =>
        NetGen.Mnist.Load(await ObtainAsync(PublicSets.Mnist, path, progress, client, cancellationToken).ConfigureAwait(false));

    /// <summary>Fashion-MNIST; waits for a download where one is needed.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <returns>Both sets, as <see cref="NetGen.FashionMnist.Load"/> reads them.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static FashionMnist FashionMnist(string? path = null, IProgress<DownloadProgress>? progress = null) => Wait(() => FashionMnistAsync(path, progress));

    /// <summary>Fashion-MNIST.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <param name="client">Downloads; one of the library's own where absent.</param>
    /// <param name="cancellationToken">Ends a download early; the next one goes on there.</param>
    /// <returns>Both sets, as <see cref="NetGen.FashionMnist.Load"/> reads them.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static async Task<FashionMnist> FashionMnistAsync(
        string? path = null, IProgress<DownloadProgress>? progress = null, HttpClient? client = null, CancellationToken cancellationToken = default) =>
        NetGen.FashionMnist.Load(await ObtainAsync(PublicSets.FashionMnist, path, progress, client, cancellationToken).ConfigureAwait(false));

    /// <summary>CIFAR-10; waits for a download where one is needed.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="mean">As in <see cref="NetGen.Cifar10.Load(string, float[], float[])"/>.</param>
    /// <param name="deviation">As there.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <returns>Both sets.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static Cifar10 Cifar10(string? path = null, float[]? mean = null, float[]? deviation = null, IProgress<DownloadProgress>? progress = null) =>
        Wait(() => Cifar10Async(path, mean, deviation, progress));

    /// <summary>CIFAR-10.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="mean">As in <see cref="NetGen.Cifar10.Load(string, float[], float[])"/>.</param>
    /// <param name="deviation">As there.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <param name="client">Downloads; one of the library's own where absent.</param>
    /// <param name="cancellationToken">Ends a download early; the next one goes on there.</param>
    /// <returns>Both sets.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static async Task<Cifar10> Cifar10Async(
        string? path = null,
        float[]? mean = null,
        float[]? deviation = null,
        IProgress<DownloadProgress>? progress = null,
        HttpClient? client = null,
        CancellationToken cancellationToken = default) =>
        NetGen.Cifar10.Load(await ObtainAsync(PublicSets.Cifar10, path, progress, client, cancellationToken).ConfigureAwait(false), mean, deviation);

    /// <summary>CIFAR-100; waits for a download where one is needed.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="mean">As in <see cref="NetGen.Cifar100.Load(string, float[], float[], Cifar100Labels)"/>.</param>
    /// <param name="deviation">As there.</param>
    /// <param name="labels">Which of the two labels the samples have.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <returns>Both sets.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static Cifar100 Cifar100(
        string? path = null,
        float[]? mean = null,
        float[]? deviation = null,
        Cifar100Labels labels = Cifar100Labels.Fine,
        IProgress<DownloadProgress>? progress = null) => Wait(() => Cifar100Async(path, mean, deviation, labels, progress));

    /// <summary>CIFAR-100.</summary>
    /// <param name="path">A folder to look in first and to download into; the cache where absent.</param>
    /// <param name="mean">As in <see cref="NetGen.Cifar100.Load(string, float[], float[], Cifar100Labels)"/>.</param>
    /// <param name="deviation">As there.</param>
    /// <param name="labels">Which of the two labels the samples have.</param>
    /// <param name="progress">Is told how far a download is.</param>
    /// <param name="client">Downloads; one of the library's own where absent.</param>
    /// <param name="cancellationToken">Ends a download early; the next one goes on there.</param>
    /// <returns>Both sets.</returns>
    /// <exception cref="IOException">The files are nowhere and could not be fetched, or cannot be read; <see cref="DataFileException"/> where one is damaged.</exception>
    public static async Task<Cifar100> Cifar100Async(
        string? path = null,
        float[]? mean = null,
        float[]? deviation = null,
        Cifar100Labels labels = Cifar100Labels.Fine,
        IProgress<DownloadProgress>? progress = null,
        HttpClient? client = null,
        CancellationToken cancellationToken = default) =>
        NetGen.Cifar100.Load(await ObtainAsync(PublicSets.Cifar100, path, progress, client, cancellationToken).ConfigureAwait(false), mean, deviation, labels);

    /// <summary>Makes sure that a file is there: one that is there and right stays, any other of its name is replaced by what the server has.</summary>
    /// <remarks>
    /// <para>What arrives is kept as <c>name.part</c> (and the server's version of it, an ETag, as <c>name.part.etag</c>), and gets its name when its length and hashes are right. A try that
    /// broke off or was cancelled goes on there, unless the server's file has changed or the server gives no parts: then it starts over. A connection that breaks is tried five
    /// times in all, after 1, 2, 4 and 8 seconds.</para>
    /// <para>Who downloads holds <c>name.lock</c> open: others, in this process or another, wait and then find the file. The lock is removed with success, and stays, empty and free, after a
    /// failure.</para>
    /// </remarks>
    /// <param name="item">What to fetch.</param>
    /// <param name="folder">Where it goes; made where absent.</param>
    /// <param name="progress">Is told how far it is, about ten times a second.</param>
    /// <param name="client">Sends the requests; one of the library's own where absent.</param>
    /// <param name="cancellationToken">Ends it early; what came is kept.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="DataFileException">What came has another length or hash; it was removed, and the message says what was expected and what came.</exception>
    /// <exception cref="HttpRequestException">The server refuses, for example with 404.</exception>
    /// <exception cref="IOException">The connection broke too often, or the disk refuses.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<string> DownloadAsync(
        DownloadItem item,
        string folder,
        IProgress<DownloadProgress>? progress = null,
        HttpClient? client = null,
        CancellationToken cancellationToken = default) => new Downloader(client).DownloadAsync(item, folder, progress, cancellationToken);

    /// <summary>Unpacks a <c>.tar.gz</c> or <c>.tgz</c> with its folders, or a <c>.gz</c> to the name without it.</summary>
    /// <remarks>The archive is unpacked once to check it, gzip's checksum and length included. Files get their places when all of them are unpacked, and replace
    /// those that are there. Gzip files of several parts are not taken.</remarks>
    /// <param name="path">The archive.</param>
    /// <param name="folder">Where the files go; made where absent.</param>
    /// <param name="maxBytes">What the unpacked bytes may be in all, the headers of a tar file included.</param>
    /// <exception cref="ArgumentException">The name ends otherwise.</exception>
    /// <exception cref="DataFileException">The archive is damaged, takes more than <paramref name="maxBytes"/>, or has names that leave the folder, links or devices.</exception>
    /// <exception cref="IOException">The archive is absent, or the disk refuses.</exception>
    public static void Unpack(string path, string folder, long maxBytes = DefaultMaxBytes) => Archive.Unpack(path, folder, maxBytes);

    private static Task<string> ObtainAsync(
        PublicSet set, string? path, IProgress<DownloadProgress>? progress, HttpClient? client, CancellationToken cancellationToken)
    {
        (string[] places, string target) = DataFolders.Of(
            set.Folder,
            path,
            Environment.GetEnvironmentVariable("NETGEN_DATA"),
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));
        return set.ObtainAsync(places, target, new Downloader(client), progress, cancellationToken);
    }

    /// <summary>Waits on a thread of the pool's work, which never needs the thread that waits, as work that was begun there might.</summary>
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
