namespace Cifar;

/// <summary>What <c>classify</c> is asked for.</summary>
/// <param name="Data">The folder of CIFAR-10's files.</param>
/// <param name="Weights">The file of weights.</param>
/// <param name="Mistakes">The picture to write.</param>
/// <param name="Threads">Threads to predict on.</param>
internal sealed record ClassifyOptions(string Data, string Weights, string Mistakes, int Threads);
