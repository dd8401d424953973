using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class RoIAlign : RoIRule
{
    private const int MostSamples = 64;

    protected override bool HasSoundSettings(ShapeContext context) => context.AtLeast(1, "SamplingRatio", context.Spec<RoIAlignSpec>().SamplingRatio, MostSamples);
}
