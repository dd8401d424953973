namespace NetGen;

/// <summary>Changes an input before it is trained with, for example shifts or mirrors it.</summary>
/// <param name="input">The input, in the order channels, height, width; to be changed in place.</param>
/// <param name="random">Random numbers that depend on the seed, the epoch and the sample alone.</param>
/// <remarks>The usual ones are in <see cref="Augmentation"/>. Several are joined with <c>+</c>, and happen in that order.</remarks>
public delegate void InputTransform(Span<float> input, ref RandomSource random);
