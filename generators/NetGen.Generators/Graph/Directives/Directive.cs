namespace NetGen.Generators.Graph;

/// <summary>An attribute that the graph builder carries out itself, so that it leaves no node of its own.</summary>
internal abstract class Directive
{
    /// <summary>The attribute's name without its ending.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it makes sense to carry it out several times in a row.</summary>
    public virtual bool Repeats => false;

    /// <summary>Whether it has a place in parameter paths.</summary>
    public virtual bool HasName => false;

    /// <summary>Carries it out at the scope's current value.</summary>
    public abstract void Apply(Scope scope, LayerDeclaration layer, string path);
}
