namespace Style;

/// <summary>What the command line asks for.</summary>
/// <param name="Picture">The picture to repaint.</param>
/// <param name="Network">The trained painter.</param>
/// <param name="Threads">Threads to work on.</param>
/// <param name="Out">The PNG file to write.</param>
internal sealed record PaintOptions(string Picture, string Network, int Threads, string Out);
