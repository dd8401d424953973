namespace Generate;

/// <summary>What the judge says of generated digits.</summary>
/// <param name="Count">How many.</param>
/// <param name="Confidence">The mean over them of the greatest of the ten classes' probabilities.</param>
/// <param name="Shares">How many of them are taken for each digit, as shares of all.</param>
internal sealed record Verdict(int Count, double Confidence, IReadOnlyList<double> Shares);
