namespace Samples;

/// <summary>An image read wrongly.</summary>
/// <param name="Index">Its place in the set.</param>
/// <param name="Label">What it shows.</param>
/// <param name="Predicted">What it was taken for.</param>
internal readonly record struct Mistake(int Index, int Label, int Predicted);
