using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class RoIAlign : LayerReader
{
    public override Spec Read(ArgumentReader arguments) => new RoIAlignSpec(
        arguments.Text("tag"),
        arguments.Int("height"),
        arguments.Int("width"),
        arguments.Float("SpatialScale", 1),
        arguments.Int("SamplingRatio", 2),
        arguments.Bool("Aligned"));
}
