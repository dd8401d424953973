namespace NetGen.Generators.IR;

/// <summary>
/// Neighbouring calls of a prediction that take some of the chunk's images at a time. Early layers have large values and few weights, so that few images at a time keep
/// their values in the cache; late ones have small values and many weights, which are read once for many images.
/// </summary>
/// <param name="End">Where it ends: the first call behind it.</param>
/// <param name="Images">Images at a time: the chunk's, or fewer.</param>
internal readonly record struct Segment(int End, int Images);
