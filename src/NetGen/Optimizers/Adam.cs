namespace NetGen;

/// <summary>Adam, as <c>torch.optim.Adam</c>: momentum over the root of the running mean square, both corrected for their start at 0.</summary>
/// <remarks>
/// With g = gradient + WeightDecay × value: m = Beta1 × m + (1 - Beta1) × g; v = Beta2 × v + (1 - Beta2) × g²;
/// value -= rate / (1 - Beta1^step) × m / (√v / √(1 - Beta2^step) + Epsilon). Kingma and Ba 2015, algorithm 1. With
/// <see cref="AmsGrad"/> the largest v so far takes v's place: Reddi, Kale, Kumar 2018, algorithm 2, with PyTorch's correction.
/// </remarks>
public class Adam : Optimizer
{
    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public Adam(float learningRate = 0.001f)
        : base(learningRate)
    {
    }

    /// <summary>How much of the running mean is kept in a step, 0 to under 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Beta1
    {
        get;
        set => field = Check.UnderOne(value, nameof(Beta1));
    } = 0.9;

    /// <summary>How much of the running mean square is kept in a step, 0 to under 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Beta2
    {
        get;
        set => field = Check.UnderOne(value, nameof(Beta2));
    } = 0.999;

    /// <summary>Keeps the divisor off 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon
    {
        get;
        set => field = Check.NotNegative(value, nameof(Epsilon));
    } = 1e-8;

    /// <summary>Whether to divide by the largest mean square so far; to be set before the first step.</summary>
    /// <exception cref="InvalidOperationException">A step has been taken.</exception>
    public bool AmsGrad
    {
        get;
        set
        {
            RequireNoState(nameof(AmsGrad), value != field);
            field = value;
        }
    }

    /// <inheritdoc/>
    protected override int StateCount => AmsGrad ? 3 : 2;

    private protected override string Kind => DecoupledDecay ? "adamw" : "adam";

    /// <inheritdoc/>
    protected override string StateName(int index) => index switch { 0 => "exp_avg", 1 => "exp_avg_sq", _ => "max_exp_avg_sq" };

    /// <summary>Whether the weight decay shrinks the values instead of adding to the gradient.</summary>
    private protected virtual bool DecoupledDecay => false;

    /// <inheritdoc/>
    protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
    {
        AdamFactors factors = new(
            Rate: (float)(Rate / (1 - Math.Pow(Beta1, RunSteps))),
            RootCorrection: (float)Math.Sqrt(1 - Math.Pow(Beta2, RunSteps)),
            Beta1: (float)Beta1,
            OneLessBeta1: (float)(1 - Beta1),
            Beta2: (float)Beta2,
            OneLessBeta2: (float)(1 - Beta2),
            Epsilon: (float)Epsilon,
            Decay: DecoupledDecay ? 0 : (float)Decay,
            Shrink: DecoupledDecay ? (float)(1 - (Rate * Decay)) : 1);
        if (AmsGrad)
        {
            Update(new AmsGradRule(factors), values, gradients);
        }
        else
        {
            Update(new AdamRule(factors), values, gradients);
        }
    }
}
