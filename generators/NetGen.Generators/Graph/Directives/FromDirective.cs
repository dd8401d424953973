using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Goes back to a tagged value.</summary>
internal sealed class FromDirective : Directive
{
    public override string Name => "From";

    public override void Apply(Scope scope, LayerDeclaration layer)
    {
        int before = scope.Graph.Current;
        int found = scope.Find(layer, new ArgumentReader(layer).Text("tag"), "tag");
        scope.Graph.Current = found;

        // It may have been meant to be where it was.
        if (scope.Graph.Nodes[found].Spec is UnknownSpec)
        {
            scope.Graph.Excuse(before);
        }
    }
}
