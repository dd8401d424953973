using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Makes the current value a further output.</summary>
internal sealed class OutputDirective : Directive
{
    public override string Name => "Output";

    public override void Apply(Scope scope, LayerDeclaration layer)
    {
        ArgumentReader arguments = new(layer);
        scope.AddOutput(layer, arguments.Text("output"), arguments.Float("Weight", 1), arguments.Bool("Targets"));
    }
}
