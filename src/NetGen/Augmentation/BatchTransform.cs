namespace NetGen;

/// <summary>Changes a batch before it is trained with, for example mixes its images.</summary>
/// <param name="inputs">So many inputs, one after the other, each in the order channels, height, width; to be changed in place.</param>
/// <param name="targets">So many rows of targets, one after the other, for example a 1 at the class and 0 elsewhere; to be changed in place.</param>
/// <param name="count">Samples in the batch, at least 1.</param>
/// <param name="random">Random numbers that depend on the seed, the epoch and the batch alone.</param>
/// <remarks>The usual ones are in <see cref="Augmentation"/>. Several are joined with <c>+</c>, and happen in that order.</remarks>
public delegate void BatchTransform(Span<float> inputs, Span<float> targets, int count, ref RandomSource random);
