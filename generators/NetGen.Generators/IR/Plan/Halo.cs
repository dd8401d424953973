namespace NetGen.Generators.IR;

/// <summary>A border of zeros around an image.</summary>
internal readonly record struct Halo(int Y, int X)
{
    public static readonly Halo None = new(0, 0);

    public Halo Max(Halo other) => new(Math.Max(Y, other.Y), Math.Max(X, other.X));
}
