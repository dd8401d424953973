namespace NetGen.Generators.IR;

/// <summary>
/// A call of a routine of the run-time library. Its fields are the routine's parameters by name and in order, which is how it is written down; fields
/// of a record of sizes stand for one parameter each, and a text that is null for none.
/// </summary>
internal abstract record Routine
{
    /// <summary>Class and method under <c>NetGen.Runtime</c>, such as <c>Pack.Conv</c>.</summary>
    public abstract string Method { get; }

    /// <summary>Weights that it goes through, where several items can share them; otherwise 0.</summary>
    public virtual long Shareable => 0;

    /// <summary>What of it an item does; null where it is one item's work.</summary>
    public RoutineShare? Share { get; init; }
}

/// <summary>A part of a routine's work.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Parts">How many there are.</param>
internal readonly record struct RoutineShare(int Part, int Parts);

/// <summary>Fills packed weights from parameters.</summary>
internal abstract record PackRoutine : Routine;

/// <summary>Adds the shards up: its pointers are followed by the distance between shards and their number.</summary>
internal abstract record ShardRoutine : Routine
{
    /// <summary>Whether it adds to what another wrote, where several layers share a parameter.</summary>
    public bool Adds { get; init; }

    /// <summary>The parameter's gradient that it writes; none for statistics.</summary>
    public virtual Operand Target => Operand.None;
}

/// <summary>Evaluates a loss over outputs in PyTorch's layout.</summary>
internal abstract record LossRoutine : Routine;

/// <summary>A property of the model that a routine is told.</summary>
internal enum ModelSetting
{
    /// <summary>Whether the running statistics serve while gradients are taken.</summary>
    FreezeBatchNorm,

    /// <summary>Values of a sample of all inputs.</summary>
    InputSize,
}

/// <summary>How a convolution's weights lie in PyTorch's layout, and how they are packed.</summary>
/// <param name="Outputs">Output channels over all groups.</param>
/// <param name="Inputs">Input channels of a group.</param>
/// <param name="KernelY">Kernel rows.</param>
/// <param name="KernelX">Kernel columns.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Merged">How many groups are packed as one.</param>
internal readonly record struct ConvSizes(int Outputs, int Inputs, int KernelY, int KernelX, int Groups, int Merged)
{
    /// <summary>Weights over all groups.</summary>
    public long Weights => (long)Outputs * Inputs * KernelY * KernelX;
}

/// <summary>The taps of one phase of a convolution with turned weights.</summary>
/// <param name="LastY">The phase's largest kernel row.</param>
/// <param name="StepY">From one of the phase's kernel rows to the next smaller.</param>
/// <param name="TapsY">The phase's kernel rows.</param>
/// <param name="LastX">The phase's largest kernel column.</param>
/// <param name="StepX">From one of the phase's kernel columns to the next smaller.</param>
/// <param name="TapsX">The phase's kernel columns.</param>
internal readonly record struct TurnedTaps(int LastY, int StepY, int TapsY, int LastX, int StepX, int TapsX)
{
    /// <summary>Whether they are all taps of a kernel.</summary>
    public bool AreAll(ConvSizes sizes) => this == new TurnedTaps(sizes.KernelY - 1, 1, sizes.KernelY, sizes.KernelX - 1, 1, sizes.KernelX);
}
