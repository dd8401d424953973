namespace NetGen.Generators.IR;

/// <summary>An output besides the model's own that has a loss.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Loss">Its loss.</param>
/// <param name="HasTargets">Whether it has targets of its own, so that predictions compute it; otherwise it trains on the model's, in training only.</param>
internal sealed record ShapedHead(string Output, float Weight, ShapedNode Loss, bool HasTargets = false);
