using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class CTC : LayerReader
{
    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) => new CTCSpec(arguments.Bool("ZeroInfinity"), arguments.Lengths());
}
