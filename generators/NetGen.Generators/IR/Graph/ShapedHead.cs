namespace NetGen.Generators.IR;

/// <summary>An output besides the model's own, in training only.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Loss">Its loss.</param>
internal sealed record ShapedHead(string Output, float Weight, ShapedNode Loss);
