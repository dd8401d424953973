namespace NetGen;

/// <summary>In training, sets values to zero at random and scales the others up to match; nothing at inference. The shape stays.</summary>
/// <remarks>y = x · m / (1 − rate), with m drawn anew for every value and step: 0 with probability rate, else 1 (Srivastava et al. 2014, section 10). PyTorch: <c>nn.Dropout(p)</c>.</remarks>
/// <param name="rate">The probability that a value is dropped. At least 0 and below 1.</param>
public sealed class DropoutAttribute(float rate) : LayerAttribute
{
    /// <summary>The probability that a value is dropped. At least 0 and below 1.</summary>
    public float Rate { get; } = rate;
}
