using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>An attribute that the graph builder carries out itself, so that it leaves no node of its own: it has no place in parameter paths and is not repeated.</summary>
internal abstract class Directive
{
    /// <summary>The attribute's name without its ending.</summary>
    public abstract string Name { get; }

    /// <summary>Carries it out at the scope's current value.</summary>
    public abstract void Apply(Scope scope, LayerDeclaration layer);
}
