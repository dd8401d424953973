namespace NetGen.Generators.IR;

/// <summary>What a call is given.</summary>
internal enum OperandKind
{
    /// <summary>Nothing: a null pointer.</summary>
    None,

    /// <summary>A buffer of the plan, by number.</summary>
    Buffer,

    /// <summary>A parameter's values, as users see them, by its place among the parameters.</summary>
    Parameter,

    /// <summary>A parameter's gradient, as users see it.</summary>
    ParameterGradient,

    /// <summary>The chunk's inputs, from a place within the sample on.</summary>
    Inputs,

    /// <summary>Where the chunk's outputs go; of a further output by its number, from 1 on.</summary>
    Outputs,

    /// <summary>Where a tagged value goes.</summary>
    Features,

    /// <summary>Where the gradient by a tagged value goes.</summary>
    FeatureGradients,

    /// <summary>Where the gradient by the inputs goes, from a place within the sample on.</summary>
    InputGradients,

    /// <summary>The gradient by the outputs that a caller brings; by a further output by its number, from 1 on.</summary>
    OutputGradients,

    /// <summary>Class labels, 32-bit integers. This and what else a loss is given is, where outputs have targets of their own, that of a loss by its number, from 1 on.</summary>
    Labels,

    /// <summary>Targets that are floats.</summary>
    Targets,

    /// <summary>The shard's totals of loss and hits.</summary>
    Totals,

    /// <summary>The states of the chunk's sequences, from a place within a sequence's on.</summary>
    State,

    /// <summary>The thread's scratch, which holds something for as long as the call runs.</summary>
    Work,

    /// <summary>The number of images of the whole batch.</summary>
    BatchCount,

    /// <summary>The number of samples of the whole step: of the batch, and of what other processes take of it.</summary>
    StepCount,

    /// <summary>What the samples of the whole batch count for together.</summary>
    SampleCount,

    /// <summary>What each sample counts for.</summary>
    SampleWeights,

    /// <summary>The number of the chunk's first image within the batch.</summary>
    FirstImage,

    /// <summary>The number of the chunk's first image within the whole step.</summary>
    StepFirst,

    /// <summary>The sum of what the labels of the whole batch count for.</summary>
    LabelWeight,

    /// <summary>What each class counts for.</summary>
    ClassWeights,

    /// <summary>The key of a layer's noise, by the layer's number.</summary>
    Noise,

    /// <summary>The number of a sequence's step, in a part that repeats that of the first turn.</summary>
    Turn,

    /// <summary>How many steps of sequences were predicted before this one.</summary>
    Round,

    /// <summary>The factor of negative values in the activation that a kernel applies, as the bits of a float: 0 for ReLU, 1 for none.</summary>
    Slope,
}

/// <summary>What a kernel or routine is called with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A number, a place or an offset, as the kind says; otherwise 0.</param>
internal readonly record struct Operand(OperandKind Kind, long Value = 0)
{
    /// <summary>Of a buffer: floats from its place to where it points, in a part that repeats in the first turn.</summary>
    public int Start { get; init; }

    /// <summary>Of a buffer in a part that repeats: floats from where it points in a turn to where it points in the next.</summary>
    public int Step { get; init; }

    /// <summary>Of a buffer in a call for each sequence by itself: floats from a sequence to the next.</summary>
    public int SequenceStep { get; init; }

    /// <summary>Floats from an image to the next, for what lies in memory for more images than the segment takes at a time.</summary>
    public long ImageStep { get; init; }

    public static readonly Operand None = new(OperandKind.None);
    public static readonly Operand Outputs = new(OperandKind.Outputs);
    public static readonly Operand Features = new(OperandKind.Features);
    public static readonly Operand FeatureGradients = new(OperandKind.FeatureGradients);
    public static readonly Operand OutputGradients = new(OperandKind.OutputGradients);
    public static readonly Operand Labels = new(OperandKind.Labels);
    public static readonly Operand Targets = new(OperandKind.Targets);
    public static readonly Operand Totals = new(OperandKind.Totals);
    public static readonly Operand Work = new(OperandKind.Work);
    public static readonly Operand BatchCount = new(OperandKind.BatchCount);
    public static readonly Operand StepCount = new(OperandKind.StepCount);
    public static readonly Operand SampleCount = new(OperandKind.SampleCount);
    public static readonly Operand SampleWeights = new(OperandKind.SampleWeights);
    public static readonly Operand FirstImage = new(OperandKind.FirstImage);
    public static readonly Operand StepFirst = new(OperandKind.StepFirst);
    public static readonly Operand Round = new(OperandKind.Round);
    public static readonly Operand LabelWeight = new(OperandKind.LabelWeight);
    public static readonly Operand ClassWeights = new(OperandKind.ClassWeights);

    /// <summary>The place of a buffer, parameter or gradient.</summary>
    public int Index => (int)Value;

    public static Operand Buffer(int number) => new(OperandKind.Buffer, number);

    public static Operand Parameter(int index) => new(OperandKind.Parameter, index);

    public static Operand ParameterGradient(int index) => new(OperandKind.ParameterGradient, index);

    public static Operand Inputs(long offset) => new(OperandKind.Inputs, offset);

    public static Operand State(long offset) => new(OperandKind.State, offset);

    public static Operand InputGradients(long offset) => new(OperandKind.InputGradients, offset);

    /// <summary>Where a further output goes.</summary>
    /// <param name="number">Which, from 1 on.</param>
    /// <param name="size">Its floats of an image.</param>
    public static Operand Output(int number, int size) => new(OperandKind.Outputs, number) { ImageStep = size };

    /// <summary>The gradient by a further output.</summary>
    /// <param name="number">Which, from 1 on.</param>
    /// <param name="size">Its floats of an image.</param>
    public static Operand OutputGradient(int number, int size) => new(OperandKind.OutputGradients, number) { ImageStep = size };

    /// <summary>What it is for a loss, where outputs have targets of their own.</summary>
    /// <param name="number">Which loss, from 1 on.</param>
    /// <param name="size">Elements of an image, where it has any.</param>
    public Operand OfLoss(int number, long size = 0) => this with { Value = number, ImageStep = size };

    /// <summary>A step by its number, and how far it moves from turn to turn.</summary>
    public static Operand Turn(int step, int move) => new(OperandKind.Turn, step) { Step = move };

    public static Operand Noise(int layer) => new(OperandKind.Noise, layer);

    public static Operand Slope(float value) => new(OperandKind.Slope, BitConverter.ToInt32(BitConverter.GetBytes(value), 0));

    /// <summary>The slope of an operand that is one.</summary>
    public float ToSlope() => BitConverter.ToSingle(BitConverter.GetBytes((int)Value), 0);
}
