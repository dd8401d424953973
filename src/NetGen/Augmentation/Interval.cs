namespace NetGen;

/// <summary>A range that a number is drawn from.</summary>
internal readonly record struct Interval(double Min, double Max)
{
    /// <summary>The range from a number's negative to itself.</summary>
    public static Interval Around0(double extent) => new(-extent, extent);

    /// <summary>A number of the range, each as likely as another.</summary>
    public double Draw(ref RandomSource random) => random.NextUniform(Min, Max);

    /// <summary>A number whose logarithm is as likely as another's: a ratio and its inverse come equally often.</summary>
    public double DrawRatio(ref RandomSource random) => Math.Exp(random.NextUniform(Math.Log(Min), Math.Log(Max)));
}
