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

    /// <summary>What is kept of every image until the whole batch is through: <c>b</c>. A buffer here begins at its offset times the images of the batch.</summary>
    Batch,

    /// <summary>A parameter's values, as users see them.</summary>
    Parameter,

    /// <summary>A size, with the name of the kernel's parameter.</summary>
    Size,

    /// <summary>A plain expression, such as <c>c.Labels</c>.</summary>
    Expression,
}

/// <summary>What a kernel is called with: a buffer by number, or an expression.</summary>
internal readonly record struct Operand(Region Region, int Buffer, string Expression)
{
    /// <summary>A parameter's values by its place among them.</summary>
    public static Operand OfParameter(int index) => new(Region.Parameter, index, $"Values({index})");

    /// <summary>A parameter's gradient by its place.</summary>
    public static Operand OfGradient(int index) => new(Region.Expression, -1, $"Gradient({index})");

    /// <summary>A size of the layer, under the name of the kernel's parameter, so that a reader of the call knows what it is.</summary>
    public static Operand OfSize(Size size) => new(Region.Size, -1, $"{size.Name}: {CodeWriter.Literal(size.Value)}");

    public static Operand Of(string expression) => new(Region.Expression, -1, expression);
}

/// <summary>A named run of floats in a region.</summary>
/// <param name="Name">Unique in the plan; becomes a constant.</param>
/// <param name="Region">Which memory.</param>
/// <param name="Offset">Where it starts, in floats; for planes, the first pixel inside the border.</param>
/// <param name="Note">What it holds, for the constant's comment; empty where the name says it.</param>
internal sealed record PlacedBuffer(string Name, Region Region, long Offset, string Note);

/// <summary>A call of a kernel with its operands.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Operands">In the order of the kernel's parameters, without <c>count</c>, which is always last.</param>
/// <param name="Comment">A line above the call; empty to go on under the previous one.</param>
/// <param name="Condition">An expression under which it is needed; empty for always.</param>
internal sealed record KernelCall(Kernel Kernel, EquatableArray<Operand> Operands, string Comment, string Condition)
{
    /// <summary>The kernel's name, which is asked for often and made of many pieces.</summary>
    public string Name { get; } = Kernel.Name;

    /// <summary>The call of a kernel for a layer: of the kernel's body, with the layer's sizes after the operands.</summary>
    public static KernelCall Of(Kernel kernel, EquatableArray<Operand> operands, string comment, string condition) =>
        new(kernel.Body, kernel.Sizes.Count == 0 ? operands : operands.Concat(kernel.Sizes.Select(Planning.Operand.OfSize)).ToEquatableArray(), comment, condition);

    /// <summary>Whether nothing after it is needed, where its condition holds.</summary>
    public bool Ends { get; init; }
}

/// <summary>A call of a routine of the run-time library that works over lanes, parameters or packed weights.</summary>
/// <param name="Method">Class and method under <c>NetGen.Runtime</c>, such as <c>Pack.Conv</c>.</param>
/// <param name="Operands">Pointers, first.</param>
/// <param name="Arguments">Literals, after the pointers.</param>
internal sealed record RuntimeCall(string Method, EquatableArray<Operand> Operands, EquatableArray<string> Arguments);

/// <summary>A kernel that works over the whole batch once all images are through, in items that any threads may share.</summary>
/// <param name="Kernel">The kernel; its parameters end in <c>long batch, int item</c>.</param>
/// <param name="Operands">In the order of the kernel's parameters, without the last two.</param>
/// <param name="Items">How many items.</param>
/// <param name="Comment">A line above the call.</param>
internal sealed record BatchCall(Kernel Kernel, EquatableArray<Operand> Operands, int Items, string Comment);

/// <summary>Calls that run for every chunk of images, then calls that run once when all chunks are through.</summary>
internal sealed record Phase(EquatableArray<KernelCall> Calls, EquatableArray<RuntimeCall> Once, bool Backward);

/// <summary>Everything that one way of running a model needs: its memory, its packed weights, its calls.</summary>
/// <param name="Buffers">All buffers, by number.</param>
/// <param name="Chunk">Images that go through a phase together.</param>
/// <param name="SlotSize">Floats of a chunk's values.</param>
/// <param name="WeightsSize">Floats of packed weights.</param>
/// <param name="LaneSize">Floats of a lane's sums.</param>
/// <param name="StatisticsSize">Floats of batch statistics.</param>
/// <param name="BatchSize">Floats that are kept of an image until the whole batch is through.</param>
/// <param name="Packs">Calls that fill the packed weights from the parameters.</param>
/// <param name="Phases">The phases in order.</param>
/// <param name="BatchCalls">Calls over the whole batch, after all phases.</param>
/// <param name="Reductions">Calls that add the lanes up into the parameters' gradients.</param>
/// <param name="UnsharedSlotSize">Floats of a slot if no two values shared memory, for reports.</param>
internal sealed record Plan(
    EquatableArray<PlacedBuffer> Buffers,
    int Chunk,
    long SlotSize,
    long WeightsSize,
    long LaneSize,
    long StatisticsSize,
    long BatchSize,
    EquatableArray<RuntimeCall> Packs,
    EquatableArray<Phase> Phases,
    EquatableArray<BatchCall> BatchCalls,
    EquatableArray<RuntimeCall> Reductions,
    long UnsharedSlotSize)
{
    /// <summary>The kernels that are called, by name, each as often as it is.</summary>
    public IEnumerable<(string Name, Kernel Kernel)> Kernels =>
        Phases.SelectMany(p => p.Calls).Select(c => (c.Name, c.Kernel)).Concat(BatchCalls.Select(c => (c.Kernel.Name, c.Kernel)));
}

/// <summary>A parameter of the whole model.</summary>
/// <param name="Connections">A row of 0 and 1 a filter, for a convolution's weight that connects some channels alone.</param>
internal sealed record ModelParameter(string Path, EquatableArray<int> Shape, bool Trainable, string Initialization, int FanIn, int FanOut, string? Connections);

/// <summary>A row of the layer table.</summary>
/// <param name="TrainingOnly">Whether the layer serves a further output, which predictions do without.</param>
internal sealed record LayerRow(string Name, string Title, EquatableArray<int> Shape, long Parameters, long Macs, bool TrainingOnly);

/// <summary>A value that users know by name: an input, or one that a prediction can be asked for.</summary>
internal sealed record TagRow(string Name, EquatableArray<int> Shape);

/// <summary>A model ready to be written down.</summary>
/// <param name="InputShape">The input's shape; of several, a vector of the size of all.</param>
/// <param name="Inputs">The inputs by name, in the order in which a sample holds them.</param>
/// <param name="Classes">The classes of a loss that takes labels; 0 where targets are floats; -1 without a loss.</param>
/// <param name="Loss">What evaluates the loss over outputs in PyTorch's layout, with its literals.</param>
/// <param name="Tags">The values that a prediction can be asked for.</param>
/// <param name="NormOfOneValue">The path of a batch norm that sees one value a channel of each image; null where there is none.</param>
internal sealed record ModelPlan(
    ModelDeclaration Declaration,
    EquatableArray<int> InputShape,
    EquatableArray<TagRow> Inputs,
    EquatableArray<int> OutputShape,
    int Classes,
    RuntimeCall? Loss,
    EquatableArray<TagRow> Tags,
    EquatableArray<LayerRow> Layers,
    EquatableArray<ModelParameter> Parameters,
    Plan Predict,
    Plan Train,
    string? NormOfOneValue);
