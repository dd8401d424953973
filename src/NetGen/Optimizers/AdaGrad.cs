namespace NetGen;

/// <summary>AdaGrad, as <c>torch.optim.Adagrad</c>: every value has a rate that falls with its gradients so far.</summary>
/// <remarks>
/// With g = gradient + WeightDecay × value: sum += g²; value -= rate / (1 + (step - 1) × LearningRateDecay) × g / (√sum + Epsilon).
/// Duchi, Hazan, Singer 2011, section 1.2 (the diagonal form).
/// </remarks>
public sealed class AdaGrad : Optimizer
{
    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public AdaGrad(float learningRate = 0.01f)
        : base(learningRate)
    {
    }

    /// <summary>Keeps the divisor off 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon
    {
        get;
        set => field = Check.NotNegative(value, nameof(Epsilon));
    } = 1e-10;

    /// <summary>How the rate falls with the steps, on top of the formula.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRateDecay
    {
        get;
        set => field = Check.NotNegative(value, nameof(LearningRateDecay));
    }

    /// <summary>What the sum of squares starts at; to be set before the first step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    /// <exception cref="InvalidOperationException">A step has been taken.</exception>
    public double InitialAccumulator
    {
        get;
        set
        {
            RequireNoState(nameof(InitialAccumulator), value != field);
            field = Check.NotNegative(value, nameof(InitialAccumulator));
        }
    }

    /// <inheritdoc/>
    protected override int StateCount => 1;

    private protected override string Kind => "adagrad";

    /// <inheritdoc/>
    protected override string StateName(int index) => "sum";

    /// <inheritdoc/>
    protected override float InitialState => (float)InitialAccumulator;

    /// <inheritdoc/>
    protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
    {
        float rate = (float)(Rate / (1 + ((RunSteps - 1) * LearningRateDecay)));
        Update(new AdaGradRule(rate, (float)Decay, (float)Epsilon), values, gradients);
    }
}
