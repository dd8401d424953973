namespace Transfer;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder with train and val in it.</param>
/// <param name="Weights">The file of pretrained weights.</param>
/// <param name="Epochs">Passes over the photographs with all layers; those of the head alone are the recipe's.</param>
/// <param name="Seed">Decides the head's first weights, the order of the photographs and their changes.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The file of weights to write.</param>
internal sealed record TransferOptions(string Data, string Weights, int Epochs, int Seed, int Threads, string Out);
