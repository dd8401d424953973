namespace NetGen;

/// <summary>Parameters that an optimizer treats alike, and differently from the others: by their paths or by a condition.</summary>
/// <remarks>It stands in <see cref="Optimizer.Groups"/>, where the first group that a parameter belongs to decides. As PyTorch's parameter groups.
/// The settings may change between steps.</remarks>
public sealed class ParameterGroup
{
    private readonly Func<Parameter, bool>? _predicate;

    /// <summary>Takes the trainable parameters whose paths fit one of some patterns.</summary>
    /// <param name="patterns">For example <c>resblock1.*</c>: <c>*</c> stands for any run of characters, points included, <c>?</c> for one character, and
    /// all others for themselves. A pattern that no trainable parameter fits is refused at the next step.</param>
    /// <exception cref="ArgumentException">There is no pattern, or one is empty.</exception>
    public ParameterGroup(params string[] patterns)
    {
        PathPatterns.Check(patterns, nameof(patterns));
        Patterns = [.. patterns];
    }

    /// <summary>Takes the trainable parameters that meet a condition.</summary>
    /// <param name="predicate">Says of a parameter whether it belongs to the group. It is asked when the groups have changed, not at every step, and
    /// none needs to belong.</param>
    public ParameterGroup(Func<Parameter, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        _predicate = predicate;
        Patterns = [];
    }

    /// <summary>The patterns; none where a condition decides.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>What <see cref="Optimizer.LearningRate"/> is multiplied with, 0 or more; 1 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRateFactor
    {
        get;
        set
        {
            field = (float)Check.NotNegative(value, nameof(LearningRateFactor));
            Changed?.Invoke();
        }
    } = 1;

    /// <summary>What takes the place of <see cref="Optimizer.WeightDecay"/>; that itself where it is <see langword="null"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double? WeightDecay
    {
        get;
        set
        {
            field = value is { } decay ? Check.NotNegative(decay, nameof(WeightDecay)) : null;
            Changed?.Invoke();
        }
    }

    /// <summary>Whether the values and the optimizer's state for them stay as they are, to the bit.</summary>
    public bool Frozen
    {
        get;
        set
        {
            field = value;
            Changed?.Invoke();
        }
    }

    /// <summary>Tells the optimizers that the group belongs to that a setting may have changed.</summary>
    internal event Action? Changed;

    /// <summary>Whether a parameter belongs to the group.</summary>
    internal bool Takes(Parameter parameter) => _predicate is not null ? _predicate(parameter) : PathPatterns.AnyFits(Patterns, parameter.Path);
}
