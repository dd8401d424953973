namespace NetGen;

/// <summary>In training, sets values to zero at random and scales the others up to match; nothing at inference. The shape stays.</summary>
/// <param name="rate">The probability that a value is dropped: at least 0, less than 1.</param>
public sealed class DropoutAttribute(float rate) : LayerAttribute
{
    /// <summary>The probability that a value is dropped.</summary>
    public float Rate { get; } = rate;
}
