namespace NetGen;

/// <summary>RMSprop, as <c>torch.optim.RMSprop</c>: the gradient over the root of its running mean square.</summary>
/// <remarks>
/// With g = gradient + WeightDecay × value: square = Alpha × square + (1 - Alpha) × g²; direction = g / (√square + Epsilon);
/// where Centered, the square of g's running mean is taken off under the root; with momentum, buffer = Momentum × buffer +
/// direction takes the direction's place; value -= rate × direction. Tieleman and Hinton 2012, lecture 6.5; centred: Graves 2013,
/// section 2.3, with PyTorch's place for epsilon, outside of the root.
/// </remarks>
public sealed class RmsProp : Optimizer
{
    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public RmsProp(float learningRate = 0.01f)
        : base(learningRate)
    {
    }

    /// <summary>How much of the running mean square is kept in a step, 0 to under 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Alpha
    {
        get;
        set => field = Check.UnderOne(value, nameof(Alpha));
    } = 0.99;

    /// <summary>Keeps the divisor off 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Epsilon
    {
        get;
        set => field = Check.NotNegative(value, nameof(Epsilon));
    } = 1e-8;

    /// <summary>The share of the last step's direction that is kept, 0 to under 1; whether it is 0 is settled at the first step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    /// <exception cref="InvalidOperationException">A step has been taken, and the value goes to or from 0.</exception>
    public double Momentum
    {
        get;
        set
        {
            RequireNoState(nameof(Momentum), (value > 0) != (field > 0));
            field = Check.UnderOne(value, nameof(Momentum));
        }
    }

    /// <summary>Whether to divide by the gradient's deviation instead of its root mean square; to be set before the first step.</summary>
    /// <exception cref="InvalidOperationException">A step has been taken.</exception>
    public bool Centered
    {
        get;
        set
        {
            RequireNoState(nameof(Centered), value != field);
            field = value;
        }
    }

    /// <inheritdoc/>
    protected override int StateCount => Momentum > 0 || Centered ? 3 : 1;

    private protected override string Kind => "rmsprop";

    /// <inheritdoc/>
    protected override string StateName(int index) => index switch { 0 => "square_avg", 1 => "momentum_buffer", _ => "grad_avg" };

    /// <inheritdoc/>
    protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
    {
        float decay = (float)Decay;
        float epsilon = (float)Epsilon;
        if (StateCount == 1)
        {
            Update(new RmsPropRule(Rate, decay, Alpha, epsilon), values, gradients);
        }
        else
        {
            RmsPropMomentumRule rule = new(Rate, decay, Alpha, epsilon, (float)Momentum, Centered);
            Update(rule, values, gradients);
        }
    }
}
