namespace NetGen.Generators.Graph;

/// <summary>Several layers under one name. Its layers have paths below the block's and point at the block's attribute.</summary>
internal abstract class Block : Directive
{
    public override bool Repeats => true;

    public override bool HasName => true;

    public override void Apply(Scope scope, LayerDeclaration layer, string path)
    {
        if (scope.Graph.CurrentShape is { } input)
        {
            Expand(scope.Open(path, layer.Index), layer, input);
        }
        else
        {
            scope.Graph.Stop();
        }
    }

    /// <summary>Applies the block's layers to its input.</summary>
    protected abstract void Expand(Scope scope, LayerDeclaration layer, Shape input);
}
