namespace NetGen.Generators.IR;

/// <summary>Values back at the places that a max pool chose. The node reads the values, what the pool made and what it read.</summary>
/// <param name="Tag">As written, for messages; the node's inputs say which values it reads.</param>
/// <param name="Window">The pool's window; known once the tag is looked up.</param>
internal sealed record MaxUnpoolSpec(string Tag, Window Window) : Spec
{
    /// <summary>The places of largest values stay as they are while values change a little.</summary>
    public override bool PassesGradientTo(int input) => input == 0;
}
