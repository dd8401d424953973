using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Notes of what calls are for.</summary>
internal static class CallNotes
{
    /// <summary>A note for a call of the layer.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="purpose">What the call does.</param>
    /// <param name="number">Which input, from 1 on, where the layer has several.</param>
    public static CallNote For(this ShapedNode node, Purpose purpose, int number = 0) => new(node.Id, purpose, number);
}
