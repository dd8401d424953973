namespace NetGen.Generators.IR;

/// <summary>The height and width of an input's images.</summary>
internal readonly record struct ImageSize(int Height, int Width)
{
    /// <summary>What the names of sizes' classes begin with.</summary>
    public const string Class = "Size";

    /// <summary>The name of the class of a further size.</summary>
    public string ClassName => Class + this;

    /// <summary>As it is declared: <c>240x320</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Height}x{Width}");
}
