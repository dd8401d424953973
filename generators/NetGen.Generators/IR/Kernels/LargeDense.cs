using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A dense layer over weights in PyTorch's order, (units, features): some rows of weights by some images are multiplied vector by
/// vector, and each sum's lanes are added up at the end. A row block goes through all images of the chunk before the next.
/// </summary>
internal sealed record LargeDenseKernel(Plane X, Plane Y, bool Bias, Activation? Activation) : Kernel
{
    public override EquatableArray<Port> Ports => Bias
        ? new[] { Port.Read("x", X), Port.Read("weight"), Port.Read("bias"), Port.Write("y", Y) }
        : new[] { Port.Read("x", X), Port.Read("weight"), Port.Write("y", Y) };

    protected override NameParts NameParts => $"_{X}_to_{Y}{Bias:_bias}{Activation}";
}
