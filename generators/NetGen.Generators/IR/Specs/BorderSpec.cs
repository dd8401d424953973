namespace NetGen.Generators.IR;

/// <summary>A border of that many rows and columns on each side, to add or to take off.</summary>
internal abstract record BorderSpec(int Top, int Bottom, int Left, int Right) : Spec
{
    /// <summary>Whether all sides have the same.</summary>
    public bool IsEven => Top == Bottom && Top == Left && Top == Right;

    public bool IsNone => Top == 0 && IsEven;
}
