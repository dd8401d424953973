using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class AvgPool1D : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new AvgPool1DSpec(
        arguments.StepPoolWindow(),
        arguments.Bool("CeilMode"),
        arguments.Bool("CountIncludePad", true));
}
