namespace Segmentation;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of CamVid in SegNet's form; null for scenes that are drawn.</param>
/// <param name="Network">Which network.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Seed">Decides the initial weights, the drawn scenes, the order of the images and their changes.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of checkpoint, log, weights and picture.</param>
internal sealed record SegmentationOptions(string? Data, NetworkKind Network, int Epochs, int Seed, int Threads, string Out);
