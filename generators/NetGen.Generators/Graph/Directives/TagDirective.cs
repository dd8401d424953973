using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Names the current value.</summary>
internal sealed class TagDirective : Directive
{
    public override string Name => "Tag";

    public override void Apply(Scope scope, LayerDeclaration layer)
    {
        ArgumentReader arguments = new(layer);
        scope.AddTag(layer, arguments.Text("tag"), arguments.Bool("Gradient"));
    }
}
