using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class Crop : LayerReader
{
    public override Spec Read(ArgumentReader arguments)
    {
        (int top, int bottom, int left, int right) = arguments.Border();
        return new CropSpec(top, bottom, left, right);
    }
}
