namespace NetGen;

/// <summary>Changes an input together with the classes of its pixels before it is trained with, for example mirrors both.</summary>
/// <param name="input">The input, in the order channels, height, width; to be changed in place.</param>
/// <param name="labels">The class of each pixel, in the order height, width; to be changed in place.</param>
/// <param name="random">Random numbers that depend on the seed, the epoch and the sample alone.</param>
/// <remarks>The usual ones are in <see cref="PixelAugmentation"/>. Several are joined with <c>+</c>, and happen in that order.</remarks>
public delegate void PixelTransform(Span<float> input, Span<int> labels, ref RandomSource random);
