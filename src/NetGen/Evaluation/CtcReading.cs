namespace NetGen;

/// <summary>A sequence of labels that <see cref="CtcDecoder.BeamSearch"/> found.</summary>
/// <param name="Labels">The labels, without blanks; none where the sequence is empty.</param>
/// <param name="LogProbability">The natural logarithm of the probability of all paths found that spell them, at most 0: minus the loss of <see cref="CTCAttribute"/> for these labels, where the beam left nothing out, and less otherwise.</param>
public sealed record CtcReading(IReadOnlyList<int> Labels, double LogProbability);
