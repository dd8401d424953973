using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>An op that has several algorithms, in order of preference: the cheapest that fits computes a layer, and of equals the first.</summary>
internal abstract class AlgorithmList : OpLowering
{
    /// <summary>The algorithms in order of preference. A new one adds its line here; the last fits every layer.</summary>
    protected abstract IReadOnlyList<Algorithm> Algorithms { get; }

    public sealed override OpLowering Choose(AlgorithmRequest request)
    {
        Algorithm? best = null;
        double least = double.PositiveInfinity;
        foreach (Algorithm algorithm in Algorithms)
        {
            if (algorithm.Fits(request) && algorithm.Cost(request) is var cost && cost < least)
            {
                best = algorithm;
                least = cost;
            }
        }

        return best ?? throw new InvalidOperationException($"No algorithm of {GetType().Name} fits {request.Node.Node.Path}.");
    }

    public sealed override void Forward(Lowering lowering, ShapedNode node) => throw new InvalidOperationException("An algorithm has to be chosen first.");
}
