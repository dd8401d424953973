namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of MNIST's files; <see langword="null"/> for drawn digits.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Seed">Decides the drawn images, the initial weights, the order of the images and the dropout.</param>
/// <param name="Threads">Threads to train and to predict on.</param>
/// <param name="Ensemble">How many networks are trained; their predictions are averaged.</param>
/// <param name="Out">The file of weights to write; with several networks its name gets their numbers.</param>
internal sealed record RunOptions(string? Data, int Epochs, int Seed, int Threads, int Ensemble, string Out)
{
    /// <summary>The seed of a network, from 0 to under <see cref="Ensemble"/>.</summary>
    public ulong SeedOf(int network) => (ulong)Seed + (ulong)network;

    /// <summary>The file of a network's weights.</summary>
    public string FileOf(int network) => Ensemble == 1
        ? Out
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", $"{Path.GetFileNameWithoutExtension(Out)}-{network + 1}{Path.GetExtension(Out)}");
}
