namespace Style;

/// <summary>What the command line asks for.</summary>
/// <param name="Photographs">Photograph to show the painter on, painting and weights of the pretrained network; null for what is drawn for the run.</param>
/// <param name="Pictures">The folder of photographs to train with; null for drawn ones.</param>
/// <param name="Epochs">Passes over them.</param>
/// <param name="Seed">Decides the first weights, random filters, what is drawn, and which parts of which pictures a step has.</param>
/// <param name="Threads">Threads to work on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record PainterOptions(PhotographFiles? Photographs, string? Pictures, int Epochs, int Seed, int Threads, string Out);
