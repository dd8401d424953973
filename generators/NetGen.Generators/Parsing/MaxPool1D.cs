using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class MaxPool1D : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new MaxPool1DSpec(arguments.StepPoolWindow(), arguments.Bool("CeilMode"));
}
