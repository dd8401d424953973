using NetGen.Images;

namespace Classify;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder with a folder of pictures for each class, or with two such folders, train and val.</param>
/// <param name="Validation">What to validate with; absent where nothing was said.</param>
/// <param name="Out">The folder of the model, the checkpoint and the tables.</param>
/// <param name="Pretrained">A file of weights to begin with.</param>
/// <param name="Resume">Whether an interrupted training goes on.</param>
/// <param name="Epochs">Passes over the training pictures.</param>
/// <param name="Seed">Decides the split, the initial weights, the order of the pictures, their changes and the dropout.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Damaged">What happens to a picture that cannot be read.</param>
/// <param name="Resizes">Whether pictures of any size are taken; otherwise one of another size than the network's is refused.</param>
internal sealed record TrainOptions(
    string Data, ValidationChoice? Validation, string Out, string? Pretrained, bool Resume, int Epochs, int Seed, int Threads, BadFile Damaged, bool Resizes);
