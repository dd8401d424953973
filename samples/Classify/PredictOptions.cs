using NetGen.Images;

namespace Classify;

/// <summary>What the command line asks for.</summary>
/// <param name="Model">The file of a trained model.</param>
/// <param name="Pictures">Files, and folders of pictures.</param>
/// <param name="Csv">The table to write, where one is wanted.</param>
/// <param name="Threads">Threads to predict on.</param>
/// <param name="Damaged">What happens to a picture that cannot be read.</param>
internal sealed record PredictOptions(string Model, IReadOnlyList<string> Pictures, string? Csv, int Threads, BadFile Damaged);
