using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Conv1D : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new Conv1DSpec(arguments.Int("filters"), arguments.StepWindow(), arguments.Int("Groups", 1), arguments.Bool("Bias", true));
}
