namespace NetGen.Generators.IR;

/// <summary>When a call is needed.</summary>
internal enum ConditionKind
{
    Always,

    /// <summary>The caller wants the gradient by the inputs.</summary>
    WantsInputGradients,

    /// <summary>The caller wants the outputs of a training step.</summary>
    WantsOutputs,

    /// <summary>The statistics of batch norms are frozen.</summary>
    BatchNormFrozen,

    /// <summary>A tagged value is asked for instead of the output, or the gradient by it.</summary>
    WantsTag,

    /// <summary>The gradient by a tagged value is asked for, and the value with it.</summary>
    WantsTagValue,

    /// <summary>Nobody needs it: such a call is not planned.</summary>
    Never,
}

/// <summary>When a call is needed.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Tag">The tag's number, from 1 on, where one is asked for.</param>
internal readonly record struct Condition(ConditionKind Kind, int Tag = 0)
{
    public static readonly Condition Always = new(ConditionKind.Always);
    public static readonly Condition WantsInputGradients = new(ConditionKind.WantsInputGradients);
    public static readonly Condition WantsOutputs = new(ConditionKind.WantsOutputs);
    public static readonly Condition BatchNormFrozen = new(ConditionKind.BatchNormFrozen);

    public static readonly Condition Never = new(ConditionKind.Never);

    public static Condition WantsTag(int tag) => new(ConditionKind.WantsTag, tag);

    public static Condition WantsTagValue(int tag) => new(ConditionKind.WantsTagValue, tag);
}
