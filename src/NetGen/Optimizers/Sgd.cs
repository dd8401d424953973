namespace NetGen;

/// <summary>Stochastic gradient descent, with or without momentum, as <c>torch.optim.SGD</c>.</summary>
/// <remarks>
/// With g = gradient + WeightDecay × value: buffer = Momentum × buffer + (1 - Dampening) × g, at the first step g itself;
/// value -= rate × buffer, or with Nesterov rate × (g + Momentum × buffer). Sutskever, Martens, Dahl, Hinton 2013, section 2,
/// with the rate outside of the buffer.
/// </remarks>
public sealed class Sgd : Optimizer
{
    /// <summary>Starts with a learning rate.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public Sgd(float learningRate)
        : base(learningRate)
    {
    }

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

    /// <summary>How much less a new gradient counts in the momentum, 0 to under 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Dampening
    {
        get;
        set => field = Check.UnderOne(value, nameof(Dampening));
    }

    /// <summary>Whether to look ahead along the momentum (Nesterov). Needs <see cref="Momentum"/> over 0 and <see cref="Dampening"/> 0.</summary>
    public bool Nesterov { get; set; }

    /// <inheritdoc/>
    protected override int StateCount => Momentum > 0 ? 1 : 0;

    private protected override string Kind => "sgd";

    /// <inheritdoc/>
    protected override string StateName(int index) => "momentum_buffer";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="Nesterov"/> does not go with the other settings.</exception>
    protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"Nesterov: expected Momentum over 0 and Dampening 0, actual {Momentum} and {Dampening}"));
        }

        if (Momentum == 0)
        {
            Update(new SgdPlainRule(Rate, (float)Decay), values, gradients);
            return;
        }

        // At the first step the buffer is 0, so a share of 1 makes it the gradient itself.
        float share = RunSteps == 1 ? 1 : (float)(1 - Dampening);
        SgdMomentumRule rule = new(Rate, (float)Decay, (float)Momentum, share, Nesterov);
        Update(rule, values, gradients);
    }
}
