namespace Captions;

/// <summary>What the command line asks for.</summary>
/// <param name="Epochs">Passes over the training scenes.</param>
/// <param name="Beam">Beginnings of sentences that the search goes on with.</param>
/// <param name="Seed">Decides which combinations are held out, the scenes, the sentences, the initial weights and the order of the scenes.</param>
/// <param name="Threads">Threads to train and to judge on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record CaptionsOptions(int Epochs, int Beam, int Seed, int Threads, string Out);
