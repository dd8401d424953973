using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>How values become one.</summary>
internal enum Join
{
    None,
    Add,
    Multiply,
    Concat,
}

/// <summary>A layer of the network that NetGen should make of a declaration.</summary>
/// <param name="Path">The name of its parameters.</param>
/// <param name="Layer">What it computes; null for inputs and joins.</param>
/// <param name="Join">How its inputs become one.</param>
/// <param name="Inputs">The nodes it reads.</param>
/// <param name="Value">What it makes.</param>
internal sealed record PlainNode(string Path, PlainLayer? Layer, Join Join, int[] Inputs, Value Value);
