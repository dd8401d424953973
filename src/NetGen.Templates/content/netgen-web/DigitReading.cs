namespace NetGenApp._1;

/// <summary>What /predict answers.</summary>
/// <param name="Digit">The likeliest digit.</param>
/// <param name="Probabilities">The probability of each.</param>
public sealed record DigitReading(int Digit, float[] Probabilities);
