namespace Enlarge;

/// <summary>What the command line asks for with a picture.</summary>
/// <param name="File">The picture.</param>
/// <param name="Weights">The trained network.</param>
/// <param name="Threads">Threads to compute on.</param>
/// <param name="Out">The PNG file to write.</param>
internal sealed record PictureOptions(string File, string Weights, int Threads, string Out);
