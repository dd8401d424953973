namespace NetGen;

/// <summary>The sets that <see cref="Datasets"/> knows.</summary>
/// <remarks>
/// Lengths and SHA-256 are those that TensorFlow Datasets lists (<c>tensorflow_datasets/url_checksums</c>); MNIST's were found true of the original files. The MD5 of
/// the CIFAR archives are those of https://www.cs.toronto.edu/~kriz/cifar.html, Fashion-MNIST's those of its README; both hashes are checked.
/// </remarks>
internal static class PublicSets
{
    private const string Toronto = "https://www.cs.toronto.edu/~kriz/";
    private const string Google = "https://storage.googleapis.com/cvdf-datasets/mnist/";
    private const string Zalando = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

    /// <summary>Over the 184 MB that either CIFAR takes.</summary>
    private const long CifarBytes = 200_000_000;

    public static PublicSet Mnist { get; } = new(
        "MNIST",
        "mnist",
        [
            Item(Google, "train-images-idx3-ubyte.gz", 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
            Item(Google, "train-labels-idx1-ubyte.gz", 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c", "d53e105ee54ea40749a09fcbcd1e9432"),
            Item(Google, "t10k-images-idx3-ubyte.gz", 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6", "9fb629c4189551a2d022fa330f9573f3"),
            Item(Google, "t10k-labels-idx1-ubyte.gz", 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6", "ec29112dd5afa0611ce80d1b7f02629c"),
        ],
        0,
        FindMnist);

    public static PublicSet FashionMnist { get; } = new(
        "Fashion-MNIST",
        "fashion-mnist",
        [
            Item(Zalando, "train-images-idx3-ubyte.gz", 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
            Item(Zalando, "train-labels-idx1-ubyte.gz", 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845", "25c81989df183df01b3e8a0aad5dffbe"),
            Item(Zalando, "t10k-images-idx3-ubyte.gz", 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073", "bef4ecab320f06d8554ea6380940ec79"),
            Item(Zalando, "t10k-labels-idx1-ubyte.gz", 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5", "bb300cfdad3c16e7a12a480ee83cd310"),
        ],
        0,
        FindMnist);

    public static PublicSet Cifar10 { get; } = new(
        "CIFAR-10",
        "cifar-10",
        [Item(Toronto, "cifar-10-binary.tar.gz", 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd", "c32a1d4ab5d03f1284b67883e8d87530")],
        CifarBytes,
        folder => FindAll(folder, "cifar-10-batches-bin", NetGen.Cifar10.FileNames));

    public static PublicSet Cifar100 { get; } = new(
        "CIFAR-100",
        "cifar-100",
        [Item(Toronto, "cifar-100-binary.tar.gz", 168_513_733, "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec", "03b5dce01913d631647c71ecec9e9cb8")],
        CifarBytes,
        folder => FindAll(folder, "cifar-100-binary", NetGen.Cifar100.FileNames));

    private static DownloadItem Item(string server, string name, long length, string sha256, string md5) => new(new Uri(server + name), name, sha256, length, md5);

    private static string? FindMnist(string folder) => MnistFiles.Exist(folder) ? folder : null;

    /// <summary>The folder itself, or the one that is in the archive.</summary>
    private static string? FindAll(string folder, string inner, IReadOnlyList<string> names) => ((string[])[folder, Path.Combine(folder, inner)])
        .FirstOrDefault(place => names.All(name => File.Exists(Path.Combine(place, name))));
}
