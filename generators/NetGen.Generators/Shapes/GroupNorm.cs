using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class GroupNorm : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context)
    {
        GroupNormSpec spec = context.Spec<GroupNormSpec>();
        if (context.AtLeast(1, "groups", spec.Groups) & context.IsFiniteAbove0("Epsilon", spec.Epsilon) && context.Input.Channels % spec.Groups != 0)
        {
            context.FailAt(Rules.ChannelsNotDivisible.Id, "groups", context.Label, $"{spec.Groups}", $"{context.Input}", $"{context.Input.Channels}");
        }

        return context.Input;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs) => new[]
    {
        new ParameterDeclaration("weight", new[] { inputs[0].Channels }, Trainable: true, Start.One),
        new ParameterDeclaration("bias", new[] { inputs[0].Channels }, Trainable: true, Start.Zero),
    };
}
