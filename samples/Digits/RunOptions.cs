namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of MNIST's files; <see langword="null"/> for drawn digits.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Seed">Decides the drawn images, the initial weights, the order of the images and the dropout.</param>
/// <param name="Threads">Threads to train and to predict on.</param>
/// <param name="Out">The file of weights to write.</param>
internal sealed record RunOptions(string? Data, int Epochs, int Seed, int Threads, string Out);
