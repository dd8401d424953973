using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>
/// A judgement that a colleague would voice on a network that works. It speaks of layers that stand in the user's own attributes alone: those in a block are
/// its author's.
/// </summary>
internal abstract class AdviceRule
{
    /// <summary>What there is to say.</summary>
    public abstract IEnumerable<Problem> Find(AdvisedGraph graph);
}
