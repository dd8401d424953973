using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

internal sealed class ZeroPad : LayerReader
{
    public override Spec Read(ArgumentReader arguments)
    {
        (int top, int bottom, int left, int right) = arguments.Border();
        return new ZeroPadSpec(top, bottom, left, right);
    }
}
