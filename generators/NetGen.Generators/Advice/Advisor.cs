using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>All judgements on a network without errors. A new one adds its line here.</summary>
internal static class Advisor
{
    private static readonly AdviceRule[] s_rules =
    [
        new NoActivation(),
        new BiasBeforeNorm(),
        new LateDropout(),
        new DroppedBorder(),
        new HeavyDense(),
        new EarlyPixel(),
        new NoGradient(),
    ];

    /// <summary>What there is to say, each once.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="flow">Its gradients in training.</param>
    public static IEnumerable<Problem> Find(ShapedGraph graph, GradientGraph flow)
    {
        AdvisedGraph advised = new(graph, flow);

        // A layer that repeats is told once.
        return s_rules.SelectMany(r => r.Find(advised)).GroupBy(p => (p.Id, p.Layer)).Select(g => g.First());
    }
}
