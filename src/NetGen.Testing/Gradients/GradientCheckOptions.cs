namespace NetGen.Testing;

/// <summary>How gradients are checked.</summary>
public sealed record GradientCheckOptions
{
    /// <summary>Samples in the batch.</summary>
    public int Batch { get; init; } = 3;

    /// <summary>How far a value is moved to either side.</summary>
    public float Step { get; init; } = 1e-2f;

    /// <summary>The largest difference that is none, in parts of the tensor's largest gradient and <see cref="Floor"/>.</summary>
    public double Tolerance { get; init; } = 2e-3;

    /// <summary>Added to the largest gradient, for the rounding of differences where all gradients are near 0.</summary>
    public double Floor { get; init; } = 0.05;

    /// <summary>How many values of the input and of each parameter are moved; all where it has no more.</summary>
    public int Coordinates { get; init; } = 10;

    /// <summary>How far parameters are moved before the check, to either side of where they are: away from the ones and zeros that norms and biases start at, which hide mistakes.</summary>
    public float Jitter { get; init; } = 0.2f;

    /// <summary>Determines the inputs, the targets and the values that are moved.</summary>
    [CLSCompliant(false)]
    public ulong Seed { get; init; } = 99;

    /// <summary>Throws where a setting makes no sense.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Batch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Coordinates, 1);
        Positive(Step, nameof(Step));
        Positive(Tolerance, nameof(Tolerance));
        NotNegative(Floor, nameof(Floor));
        NotNegative(Jitter, nameof(Jitter));
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
        }
    }

    private static void NotNegative(double value, string name)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 or more and finite.");
        }
    }
}
