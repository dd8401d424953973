namespace NetGen.Generators.IR;

/// <summary>One operand as a kernel takes it: a pointer, or a number handed over by itself.</summary>
/// <param name="Name">The parameter, with which the names of its plane's sizes begin.</param>
/// <param name="Element">What it points at, or is.</param>
/// <param name="Direction">What the kernel does with it.</param>
internal readonly record struct Port(string Name, ElementType Element, PortDirection Direction)
{
    /// <summary>Class labels.</summary>
    public static readonly Port Labels = new("labels", ElementType.Int32, PortDirection.Read);

    /// <summary>The shard's totals, which a loss adds to.</summary>
    public static readonly Port Totals = new("totals", ElementType.ShardTotals, PortDirection.Update);

    /// <summary>How many images the whole batch has.</summary>
    public static readonly Port BatchCount = Number("batch", ElementType.Int32, OperandKind.BatchCount);

    /// <summary>How many samples the whole step has, which a mean loss divides by.</summary>
    public static readonly Port StepCount = Number("batch", ElementType.Int32, OperandKind.StepCount);

    /// <summary>What the samples of the whole batch count for together, where they may count differently.</summary>
    public static readonly Port SampleCount = Number("batch", ElementType.Float64, OperandKind.SampleCount);

    /// <summary>What each of the chunk's samples counts for; null where each counts for 1.</summary>
    public static readonly Port SampleWeights = Read("sampleWeights").OrNull;

    /// <summary>The place of the chunk's first image in the batch.</summary>
    public static readonly Port FirstImage = Number("first", ElementType.Int32, OperandKind.FirstImage);

    /// <summary>The place of the chunk's first image in the whole step, which noise is drawn by.</summary>
    public static readonly Port StepFirst = Number("first", ElementType.Int32, OperandKind.StepFirst);

    /// <summary>The sum of what the labels of the whole batch count for.</summary>
    public static readonly Port LabelWeight = Number("labelWeight", ElementType.Float64, OperandKind.LabelWeight);

    /// <summary>The number of a sequence's step, from 0.</summary>
    public static readonly Port Step = Number("step", ElementType.Int32, OperandKind.Turn);

    /// <summary>How many steps of sequences were predicted before this one: who goes another way every other time tells by it which.</summary>
    public static readonly Port Round = Number("round", ElementType.Int32, OperandKind.Round);

    /// <summary>The key that a layer's noise is drawn from.</summary>
    public static readonly Port Noise = Number("noise", ElementType.UInt64, OperandKind.Noise);

    /// <summary>The factor for negative values of an activation.</summary>
    public static readonly Port Slope = Number("slope", ElementType.Float32, OperandKind.Slope);

    /// <summary>How an image lies in it, where the kernel walks it; none for weights, sums, vectors beside images, and what callers bring.</summary>
    public Plane? Plane { get; init; }

    /// <summary>The only operand that it takes, where it is a number; <see cref="OperandKind.None"/> for a pointer.</summary>
    public OperandKind Scalar { get; init; }

    public bool IsPointer => Scalar == OperandKind.None;

    /// <summary>Whether the pointer may be null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The same port, of which the pointer may be null.</summary>
    public Port OrNull => this with { MayBeNull = true };

    public static Port Read(string name, Plane? plane = null) => Floats(name, PortDirection.Read, plane);

    public static Port Write(string name, Plane? plane = null) => Floats(name, PortDirection.Write, plane);

    public static Port Update(string name, Plane? plane = null) => Floats(name, PortDirection.Update, plane);

    private static Port Floats(string name, PortDirection direction, Plane? plane) => new(name, ElementType.Float32, direction) { Plane = plane };

    private static Port Number(string name, ElementType element, OperandKind operand) => new(name, element, PortDirection.Read) { Scalar = operand };
}
