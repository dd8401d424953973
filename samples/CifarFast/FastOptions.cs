namespace CifarFast;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of CIFAR-10's files.</param>
/// <param name="Seed">Decides the initial weights, the order of the images and their changes; of the first run, the others count up from it.</param>
/// <param name="Runs">How many seeds are trained with.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of checkpoints, logs, weights and the table.</param>
internal sealed record FastOptions(string Data, int Seed, int Runs, int Epochs, int Threads, string Out);
