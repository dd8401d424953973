using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The gradient by a dense layer's weights over the whole batch, dyᵀ · x, in PyTorch's order: a register tile of some units by a block of
/// features sums over the images in their order and is stored once. An item is a rectangle of weights, and no two items share one.
/// </summary>
internal sealed record LargeDenseWeightGradientKernel(int Features, int Units) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x"), Port.Read("dy"), Port.Write("dw") };

    public override KernelWork Work => KernelWork.BatchItem;

    protected override NameParts NameParts => $"_{Features}_to_{Units}";

    /// <summary>An item's units, in panels: few, as they are gone through again for every panel of features.</summary>
    public const int ItemOutputPanels = 2;

    /// <summary>
    /// An item's features, in panels: long enough rows, and enough items for many threads. At least two, since the last two panels
    /// overlap and must not be two threads' work.
    /// </summary>
    public const int ItemInputPanels = 32;

    /// <summary>How many rectangles there are.</summary>
    public int Items => Parts(ItemRows) * Parts(ItemColumns);

    public Panels Inputs => Panels.OfInputs(Features);

    public Panels Outputs => Panels.OfOutputs(Units);

    public Split ItemRows => Split.Of(Outputs.Count, ItemOutputPanels);

    public Split ItemColumns => Split.Of(Inputs.Count, ItemInputPanels);

    public static int Parts(Split split) => split.Large + split.Small;
}
