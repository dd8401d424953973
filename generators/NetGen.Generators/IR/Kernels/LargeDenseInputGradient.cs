using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The gradient by a dense layer's input over weights in PyTorch's order, (units, features): a register tile of some images by a block
/// of features, each output gradient broadcast against a row's block. A strip of rows goes through all blocks before the next, so that
/// their pages and, where rows are a power of two apart, their cache lines are still at hand for the next images.
/// </summary>
internal sealed record LargeDenseInputGradientKernel(Plane Dy, Plane Dx) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("dy", Dy), Port.Read("weight"), Port.Write("dx", Dx) };

    protected override NameParts NameParts => $"_{Dy}_to_{Dx}";
}
