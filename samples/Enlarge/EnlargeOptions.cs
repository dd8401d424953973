namespace Enlarge;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">CIFAR-10's folder, or one of pictures; <see langword="null"/> for drawn ones.</param>
/// <param name="Epochs">Passes over the training tiles.</param>
/// <param name="Seed">Decides drawn pictures, initial weights and the order of the tiles.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record EnlargeOptions(string? Data, int Epochs, int Seed, int Threads, string Out);
