namespace NetGen.Generators.Planning;

/// <summary>Where an operand lies.</summary>
internal enum Region
{
    /// <summary>Values and gradients of a chunk of images: <c>s</c>.</summary>
    Slot,

    /// <summary>Packed weights: <c>w</c>.</summary>
    Weights,

    /// <summary>A lane's own sums (gradients by parameters, partial statistics), added up when all images are through: <c>g</c>.</summary>
    Lane,

    /// <summary>Statistics over the whole batch: <c>t</c>.</summary>
    Statistics,

    /// <summary>A plain expression, such as <c>c.Labels</c>.</summary>
    Expression,
}

/// <summary>What a kernel is called with: a buffer by number, or an expression.</summary>
internal readonly record struct Operand(Region Region, int Buffer, string Expression)
{
    public static Operand Of(string expression) => new(Region.Expression, -1, expression);
}

/// <summary>A named run of floats in a region.</summary>
/// <param name="Name">Unique in the plan; becomes a constant.</param>
/// <param name="Region">Which memory.</param>
/// <param name="Offset">Where it starts, in floats; for planes, the first pixel inside the border.</param>
/// <param name="Note">What it holds, for the constant's comment.</param>
internal sealed record PlacedBuffer(string Name, Region Region, long Offset, string Note);

/// <summary>A call of a kernel with its operands.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Operands">In the order of the kernel's parameters, without <c>count</c>, which is always last.</param>
/// <param name="Comment">A line above the call; empty to go on under the previous one.</param>
/// <param name="Condition">An expression under which it is needed; empty for always.</param>
internal sealed record KernelCall(Kernel Kernel, EquatableArray<Operand> Operands, string Comment, string Condition);

/// <summary>A call of a routine of the run-time library that works over lanes, parameters or packed weights.</summary>
/// <param name="Method">Class and method under <c>NetGen.Runtime</c>, such as <c>Pack.Conv</c>.</param>
/// <param name="Operands">Pointers, first.</param>
/// <param name="Arguments">Literals, after the pointers.</param>
/// <param name="Comment">A line above the call.</param>
internal sealed record RuntimeCall(string Method, EquatableArray<Operand> Operands, EquatableArray<string> Arguments, string Comment);

/// <summary>Calls that run for every chunk of images, then calls that run once when all chunks are through.</summary>
internal sealed record Phase(EquatableArray<KernelCall> Calls, EquatableArray<RuntimeCall> Once, bool Backward);

/// <summary>Everything that one way of running a model needs: its memory, its packed weights, its calls.</summary>
/// <param name="Buffers">All buffers, by number.</param>
/// <param name="Chunk">Images that go through a phase together.</param>
/// <param name="SlotSize">Floats of a chunk's values.</param>
/// <param name="WeightsSize">Floats of packed weights.</param>
/// <param name="LaneSize">Floats of a lane's sums.</param>
/// <param name="StatisticsSize">Floats of batch statistics.</param>
/// <param name="Packs">Calls that fill the packed weights from the parameters.</param>
/// <param name="Phases">The phases in order.</param>
/// <param name="Reductions">Calls that add the lanes up into the parameters' gradients.</param>
/// <param name="UnsharedSlotSize">What a slot would take if no two values shared memory, for reports.</param>
internal sealed record Plan(
    EquatableArray<PlacedBuffer> Buffers,
    int Chunk,
    long SlotSize,
    long WeightsSize,
    long LaneSize,
    long StatisticsSize,
    EquatableArray<RuntimeCall> Packs,
    EquatableArray<Phase> Phases,
    EquatableArray<RuntimeCall> Reductions,
    long UnsharedSlotSize)
{
    public IEnumerable<Kernel> Kernels => Phases.SelectMany(p => p.Calls).Select(c => c.Kernel);
}

/// <summary>A parameter of the whole model.</summary>
/// <param name="Connections">A row of 0 and 1 a filter, for a convolution's weight that connects some channels alone.</param>
internal sealed record ModelParameter(string Path, EquatableArray<int> Shape, bool Trainable, string Initialization, int FanIn, int FanOut, string? Connections);

/// <summary>A row of the layer table.</summary>
internal sealed record LayerRow(string Name, string Title, EquatableArray<int> Shape, long Parameters, long Macs);

/// <summary>A model ready to be written down.</summary>
/// <param name="Classes">The classes of a loss that takes labels; 0 where targets are floats; -1 without a loss.</param>
/// <param name="Loss">What evaluates the loss over outputs in PyTorch's layout, with its literals.</param>
internal sealed record ModelPlan(
    ModelDeclaration Declaration,
    EquatableArray<int> InputShape,
    EquatableArray<int> OutputShape,
    int Classes,
    RuntimeCall? Loss,
    EquatableArray<LayerRow> Layers,
    EquatableArray<ModelParameter> Parameters,
    Plan Predict,
    Plan Train);
