using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class RoIPool : LayerReader
{
    public override Spec Read(ArgumentReader arguments) =>
        new RoIPoolSpec(arguments.Text("tag"), arguments.Int("height"), arguments.Int("width"), arguments.Float("SpatialScale", 1));
}
