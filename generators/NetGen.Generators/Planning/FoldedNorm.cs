using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// A norm that is, at inference, a factor and a summand for each channel, which a producer takes into its weights: from the parameters <c>weight</c>,
/// <c>bias</c>, <c>running_mean</c> and <c>running_var</c>.
/// </summary>
/// <param name="Node">The norm.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed record FoldedNorm(ShapedNode Node, float Epsilon);
