namespace Autoencode;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of MNIST's files; <see langword="null"/> for drawn digits.</param>
/// <param name="Kind">Which networks are trained.</param>
/// <param name="Epochs">Passes over the training images; <see langword="null"/> for each network's own number.</param>
/// <param name="Seed">Decides drawn digits, initial weights, the order of the images and the noise.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record AutoencodeOptions(string? Data, NetworkKind Kind, int? Epochs, int Seed, int Threads, string Out)
{
    /// <summary>Whether a network is trained.</summary>
    public bool Trains(NetworkKind kind) => Kind == NetworkKind.All || Kind == kind;
}
