namespace Cifar;

/// <summary>What <c>degradation</c> is asked for.</summary>
/// <param name="Data">The folder of CIFAR-10's files.</param>
/// <param name="Epochs">Passes over the images, for each network.</param>
/// <param name="Images">How many of the training images are taken.</param>
/// <param name="Seed">Decides the initial weights, the order of the images and their changes.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The picture to write.</param>
internal sealed record DegradationOptions(string Data, int Epochs, int Images, int Seed, int Threads, string Out);
