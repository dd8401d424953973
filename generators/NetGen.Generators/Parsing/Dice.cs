using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Dice : LayerReader
{
    public override bool IsLoss => true;

    public override Spec Read(ArgumentReader arguments) =>
        new DiceSpec(arguments.Bool("Sigmoid"), arguments.Float("Smooth", 1f), arguments.OptionalInt("IgnoreIndex"));
}
