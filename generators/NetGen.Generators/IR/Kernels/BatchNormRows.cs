namespace NetGen.Generators.IR;

/// <summary>Where batch norm's numbers lie in its statistics, in rows of a pitch. <c>NetGen.Runtime.BatchNormStatistics</c> fills them.</summary>
internal static class BatchNormRows
{
    public const int Mean = 0;
    public const int InverseDeviation = 1;
    public const int MeanGradient = 2;
    public const int MeanProduct = 3;
    public const int Weight = 5;
    public const int Bias = 6;
    public const int Count = 7;
}
