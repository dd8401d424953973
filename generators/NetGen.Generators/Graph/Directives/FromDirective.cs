using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Goes back to a tagged value.</summary>
internal sealed class FromDirective : Directive
{
    public override string Name => "From";

    public override void Apply(Scope scope, LayerDeclaration layer) =>
        scope.Graph.Current = scope.Find(layer, new ArgumentReader(layer).Text("tag")) ?? scope.Graph.Current;
}
