using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Crop : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new CropSpec(arguments.Int("n"));
}
