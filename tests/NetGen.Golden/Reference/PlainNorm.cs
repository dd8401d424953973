namespace NetGen.Golden.Reference;

/// <summary>A layer that takes a mean off its values.</summary>
public abstract class PlainNorm : PlainLayer
{
    /// <summary>By how much of itself every mean is moved, as one is that is kept in a float; 0 leaves them exact.</summary>
    public double MeanRounding { get; set; }

    /// <summary>The mean that values are taken relative to.</summary>
    /// <param name="mean">The exact one.</param>
    protected double Rounded(double mean) => mean * (1 + MeanRounding);
}
