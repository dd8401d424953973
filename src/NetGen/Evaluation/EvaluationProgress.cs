namespace NetGen;

/// <summary>How far an evaluation is.</summary>
/// <param name="Samples">The samples that are done.</param>
/// <param name="TotalSamples">All samples.</param>
public readonly record struct EvaluationProgress(int Samples, int TotalSamples);
