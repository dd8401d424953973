namespace Style;

/// <summary>What the command line asks for.</summary>
/// <param name="Photographs">Photograph, painting and weights of the pretrained network; null for what is drawn for the run.</param>
/// <param name="Epochs">Rounds of steps.</param>
/// <param name="Seed">Decides the first picture, random filters and what is drawn.</param>
/// <param name="Threads">Threads to work on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record PictureOptions(PhotographFiles? Photographs, int Epochs, int Seed, int Threads, string Out);
