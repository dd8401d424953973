namespace NetGen;

/// <summary>Changes a whole batch before it is trained with, for example mixes its images.</summary>
/// <param name="inputs">The inputs, one after the other, each in the order channels, height, width; to be changed in place.</param>
/// <param name="targets">As many targets, for classes the share of each; to be changed in place.</param>
/// <param name="count">The samples in the batch.</param>
/// <param name="random">Random numbers that depend on the seed, the epoch and the batch alone.</param>
public delegate void BatchTransform(Span<float> inputs, Span<float> targets, int count, ref RandomSource random);
