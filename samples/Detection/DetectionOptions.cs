namespace Detection;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of BCCD in VOC's form; null for cells that are drawn.</param>
/// <param name="Proposals">Where the boxes come from that the second stage looks at.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Seed">Decides the initial weights, the drawn cells, the order of the images, and which boxes are trained with.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of checkpoint, weights and picture.</param>
internal sealed record DetectionOptions(string? Data, ProposalKind Proposals, int Epochs, int Seed, int Threads, string Out);
