using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A named run of elements in a region.</summary>
/// <param name="Name">Unique in the plan; becomes a constant.</param>
/// <param name="Element">What its elements are.</param>
/// <param name="Region">Which memory.</param>
/// <param name="Layer">The number of the layer that it serves.</param>
/// <param name="Role">What it holds for it.</param>
/// <param name="Start">Where its memory starts, in floats.</param>
/// <param name="Origin">From there to where pointers point: for planes, the first pixel inside the border.</param>
/// <param name="Size">Floats of its memory, a multiple of 16; 0 where nothing uses it.</param>
internal sealed record PlacedBuffer(string Name, ElementType Element, Region Region, int Layer, BufferRole Role, long Start, long Origin, long Size)
{
    /// <summary>How many images it holds at once, where it holds values of images.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Where pointers to it point.</summary>
    public long Offset => Start + Origin;

    /// <summary>Where its memory ends.</summary>
    public long End => Start + Size;
}

/// <summary>A call of a kernel with its operands.</summary>
/// <param name="Kernel">The kernel's body.</param>
/// <param name="Operands">One for each of the kernel's ports.</param>
/// <param name="Sizes">The layer's sizes, under the names of the kernel's parameters, so that a reader of the call knows what they are.</param>
/// <param name="Note">What it is for.</param>
/// <param name="Condition">When it is needed.</param>
internal sealed record KernelCall(Kernel Kernel, EquatableArray<Operand> Operands, EquatableArray<Size> Sizes, CallNote Note, Condition Condition)
{
    /// <summary>The call of a kernel for a layer: of the kernel's body, with the layer's sizes.</summary>
    public static KernelCall Of(Kernel kernel, EquatableArray<Operand> operands, CallNote note, Condition condition) => new(kernel.Body, operands, kernel.Sizes, note, condition) { Effort = kernel.Effort, IsWorthSharing = kernel.IsWorthSharing };

    /// <summary>Multiplications for an image, where several threads can share the call.</summary>
    public long Effort { get; init; }

    /// <summary>Whether it takes long enough to be shared.</summary>
    public bool IsWorthSharing { get; init; }

    /// <summary>Who makes it where several threads predict the same images.</summary>
    public Team Team { get; init; }

    /// <summary>Whether those threads wait for each other before it.</summary>
    public bool Waits { get; init; }

    /// <summary>Whether nothing after it is needed, where its condition holds.</summary>
    public bool Ends { get; init; }

    /// <summary>The number of its segment; 0 in training.</summary>
    public int Segment { get; init; }

    /// <summary>The part that repeats of which it is a call; null for a call that is made once.</summary>
    public Repeat? Repeat { get; init; }

    /// <summary>Where it is made for each sequence by itself, whose steps are then what the kernel takes for images: how many there are; null for a call that takes the images.</summary>
    public StepCount? StepsOfEach { get; init; }
}

/// <summary>A kernel that works over the whole batch once all images are through, in items that any threads may share.</summary>
/// <param name="Kernel">The kernel, which works on an item of the batch.</param>
/// <param name="Operands">One for each of the kernel's ports.</param>
/// <param name="Items">How many items.</param>
/// <param name="Note">What it is for.</param>
internal sealed record BatchCall(Kernel Kernel, EquatableArray<Operand> Operands, int Items, CallNote Note)
{
    /// <summary>The layer's sizes, where the kernel's body is without them.</summary>
    public EquatableArray<Size> Sizes { get; init; } = EquatableArray<Size>.Empty;
}

/// <summary>A kernel that works over the whole batch when all images are through a phase, in any number of parts that any threads may make.</summary>
/// <param name="Kernel">The kernel, which sums over images in their order whatever the parts.</param>
/// <param name="Operands">One for each of the kernel's ports.</param>
internal sealed record PhaseEndCall(Kernel Kernel, EquatableArray<Operand> Operands);

/// <summary>Calls that run for every chunk of images, then calls that run once when all chunks are through.</summary>
/// <param name="Calls">The calls for a chunk.</param>
/// <param name="Once">What runs once.</param>
/// <param name="Forward">Whether calls of the forward pass are among them.</param>
/// <param name="Backward">Whether calls of the backward pass are among them.</param>
/// <param name="Ends">Calls over the whole batch.</param>
internal sealed record Phase(EquatableArray<KernelCall> Calls, EquatableArray<ShardRoutine> Once, bool Forward, bool Backward, EquatableArray<PhaseEndCall> Ends)
{
    /// <summary>What repeats among the calls; nothing where the phase itself is part of a loop.</summary>
    public EquatableArray<Loop> Loops { get; init; } = EquatableArray<Loop>.Empty;

    /// <summary>Whether no image waits for the others at its end: it ends there because gradients are whole that can be sent to other processes.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>Everything that one way of running a model needs: its memory, its packed weights, its calls.</summary>
/// <param name="Buffers">All buffers, by number.</param>
/// <param name="Chunk">Images that go through a phase together.</param>
/// <param name="SlotSize">Floats of a chunk's values.</param>
/// <param name="WeightsSize">Floats of packed weights.</param>
/// <param name="ShardSize">Floats of a shard's sums.</param>
/// <param name="StatisticsSize">Floats of batch statistics.</param>
/// <param name="BatchSize">Floats that are kept of an image until the whole batch is through.</param>
/// <param name="Packs">Calls that fill the packed weights from the parameters.</param>
/// <param name="Phases">The phases in order.</param>
/// <param name="BatchCalls">Calls over the whole batch, after all phases.</param>
/// <param name="Reductions">For each gradient the calls that add the shards up into it: one, or one a layer that shares the parameter.</param>
/// <param name="UnsharedSlotSize">Floats of a slot if no two values shared memory, for reports.</param>
internal sealed record Plan(
    EquatableArray<PlacedBuffer> Buffers,
    int Chunk,
    long SlotSize,
    long WeightsSize,
    long ShardSize,
    long StatisticsSize,
    long BatchSize,
    EquatableArray<PackRoutine> Packs,
    EquatableArray<Phase> Phases,
    EquatableArray<BatchCall> BatchCalls,
    EquatableArray<EquatableArray<ShardRoutine>> Reductions,
    long UnsharedSlotSize)
{
    /// <summary>How many images each segment of a prediction takes at a time; empty in training.</summary>
    public EquatableArray<int> Segments { get; init; } = EquatableArray<int>.Empty;

    /// <summary>Floats of a thread's scratch: what the call takes that takes the most.</summary>
    public long WorkSize { get; init; }

    /// <summary>Floats of a sequence's state, where one step is planned.</summary>
    public int StateSize { get; init; }

    /// <summary>Images for each thread up to which threads should go through the same images together instead of taking images each.</summary>
    public int ImagesTogether { get; init; }

    /// <summary>What repeats among the phases.</summary>
    public EquatableArray<Loop> PhaseLoops { get; init; } = EquatableArray<Loop>.Empty;

    /// <summary>What repeats among the calls at the ends of phases.</summary>
    public EquatableArray<Loop> PhaseEndLoops { get; init; } = EquatableArray<Loop>.Empty;

    /// <summary>What repeats among the packs.</summary>
    public EquatableArray<Loop> PackLoops { get; init; } = EquatableArray<Loop>.Empty;

    /// <summary>What repeats among the reductions.</summary>
    public EquatableArray<Loop> ReductionLoops { get; init; } = EquatableArray<Loop>.Empty;

    /// <summary>Whether a chunk of images can go through all phases before the next chunk begins.</summary>
    public bool Streams => Phases.Take(Phases.Count - 1).All(p => p.GoesOn);

    /// <summary>Calls that several threads share.</summary>
    public int SharedCalls => Phases.SelectMany(p => p.Calls).Count(c => c.Team == Team.All);

    /// <summary>The kernels that are called, each as often as it is.</summary>
    public IEnumerable<Kernel> Kernels => Phases.SelectMany(p => p.Calls).Select(c => c.Kernel).Concat(PhaseEndCalls.Select(c => c.Kernel)).Concat(BatchCalls.Select(c => c.Kernel));

    /// <summary>The calls over the whole batch at the ends of phases, in order.</summary>
    public IEnumerable<PhaseEndCall> PhaseEndCalls => Phases.SelectMany(p => p.Ends);
}

/// <summary>A parameter of the whole model.</summary>
/// <param name="Path">What users call it.</param>
/// <param name="Label">What the generated code calls it.</param>
/// <param name="Connections">A row of 0 and 1 a filter, for a convolution's weight that connects some channels alone.</param>
internal sealed record ModelParameter(string Path, string Label, EquatableArray<int> Shape, bool Trainable, string Initialization, int FanIn, int FanOut, string? Connections)
{
    /// <summary>What its layer says of its start, where it does.</summary>
    public WeightStart? Start { get; init; }

    /// <summary>A row that starts as 0 whatever the others do; null for none.</summary>
    public int? ZeroRow { get; init; }

    /// <summary>As <see cref="ParameterDeclaration.SpectralNorm"/>.</summary>
    public int? SpectralNorm { get; init; }
}

/// <summary>A row of the layer table.</summary>
/// <param name="Id">The layer's number, by which calls and buffers name it.</param>
/// <param name="Name">Its path.</param>
/// <param name="Label">What the generated code calls it.</param>
/// <param name="Title">The attribute as written.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Shape">What it makes, for one image.</param>
/// <param name="Owner">The layer whose parameters it reads, where they are not its own.</param>
/// <param name="TrainingOnly">Whether the layer serves a further output, which predictions do without.</param>
internal sealed record LayerRow(int Id, string Name, string Label, string Title, EquatableArray<Shape> Inputs, EquatableArray<int> Shape, long Parameters, long Macs, bool TrainingOnly, string? Owner);

/// <summary>A value that users know by name: an input, or one that a prediction can be asked for.</summary>
/// <param name="HasGradient">Whether users may ask for the gradient by it.</param>
internal sealed record TagRow(string Name, EquatableArray<int> Shape, bool HasGradient = false)
{
    /// <summary>Of an input whose values are numbers of words, how many words there are; otherwise 0.</summary>
    public int Words { get; init; }

    /// <summary>Of an input that says how many steps a sequence has, the most there may be; otherwise 0.</summary>
    public int MaxLength { get; init; }

    /// <summary>Of an input, whether its steps may come one by one.</summary>
    public bool Stepwise { get; init; }
}

/// <summary>The loss of an output with targets of its own.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Weight">What the loss is multiplied with.</param>
/// <param name="Classes">The classes of a loss that takes labels; 0 where targets are floats.</param>
/// <param name="Labels">What it makes of labels.</param>
/// <param name="DividesByLabels">Whether its mean divides by what labels count for.</param>
/// <param name="LengthsAt">Where in a sample's inputs stands how many of its steps count; null where all do.</param>
/// <param name="Evaluation">What evaluates it over outputs in PyTorch's layout.</param>
internal sealed record LossRow(string Output, float Weight, int Classes, LabelRule Labels, bool DividesByLabels, long? LengthsAt, LossRoutine Evaluation);

/// <summary>A model ready to be written down.</summary>
/// <param name="InputShape">The input's shape; of several, a vector of the size of all.</param>
/// <param name="Inputs">The inputs by name, in the order in which a sample holds them.</param>
/// <param name="Classes">The classes of a loss that takes labels; 0 where targets are floats; -1 without a loss.</param>
/// <param name="Loss">What evaluates the loss over outputs in PyTorch's layout.</param>
/// <param name="Tags">The values that a prediction can be asked for.</param>
/// <param name="NormOfOneValue">The path of a batch norm that sees one value a channel of each image; null where there is none.</param>
internal sealed record ModelPlan(
    ModelDeclaration Declaration,
    EquatableArray<int> InputShape,
    EquatableArray<TagRow> Inputs,
    EquatableArray<int> OutputShape,
    int Classes,
    LossRoutine? Loss,
    EquatableArray<TagRow> Tags,
    EquatableArray<LayerRow> Layers,
    EquatableArray<ModelParameter> Parameters,
    Plan Predict,
    Plan Train,
    string? NormOfOneValue)
{
    /// <summary>What computes the gradients of outputs by tagged values, in the form of a prediction; null where no tag asks for it.</summary>
    public Plan? Explain { get; init; }

    /// <summary>What predicts one step of sequences; null where no input asks for it.</summary>
    public Plan? Step { get; init; }

    /// <summary>The layers of one step.</summary>
    public EquatableArray<LayerRow> StepLayers { get; init; } = EquatableArray<LayerRow>.Empty;

    /// <summary>Values of a step's output.</summary>
    public long StepOutput { get; init; }

    /// <summary>Whether something is computed at the start of sequences.</summary>
    public bool StepStarts { get; init; }

    /// <summary>Whether sequences begin with a step of that.</summary>
    public bool StepStartIsStep { get; init; }

    /// <summary>What the model's losses make of labels.</summary>
    public LabelRule Labels { get; init; } = LabelRule.None;

    /// <summary>Whether the mean of the model's own loss divides by what labels count for.</summary>
    public bool DividesByLabels { get; init; }

    /// <summary>Where in a sample's inputs stands how many of its steps the model's own loss counts; null where it counts all.</summary>
    public long? LengthsAt { get; init; }

    /// <summary>The outputs besides the model's own that predictions compute as well.</summary>
    public EquatableArray<TagRow> Outputs { get; init; } = EquatableArray<TagRow>.Empty;

    /// <summary>The losses that have targets of their own: none, or one for each of <see cref="Outputs"/>.</summary>
    public EquatableArray<LossRow> OwnLosses { get; init; } = EquatableArray<LossRow>.Empty;

    /// <summary>The kernels of all plans, each as often as it is called.</summary>
    public IEnumerable<Kernel> Kernels => Predict.Kernels.Concat(Train.Kernels).Concat(Explain?.Kernels ?? []).Concat(Step?.Kernels ?? []);
}
