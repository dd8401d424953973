namespace NetGen.Generators.IR;

/// <summary>A split of a length into nearly equal parts: <paramref name="Large"/> times <paramref name="Size"/>, then <paramref name="Small"/> times one less.</summary>
internal readonly record struct Split(int Size, int Large, int Small)
{
    /// <summary>Splits a length into the fewest parts of at most <paramref name="most"/>, as equal as can be: 32 by 6 is 6 6 5 5 5 5, never 6 6 6 6 6 2.</summary>
    public static Split Of(int length, int most)
    {
        int parts = (length + most - 1) / most;
        int size = (length + parts - 1) / parts;
        int large = length - (parts * (size - 1));
        return new Split(size, large, parts - large);
    }

    /// <summary>The sizes with how often each occurs and where its run starts.</summary>
    public IEnumerable<(int Size, int Count, int Start)> Parts
    {
        get
        {
            yield return (Size, Large, 0);
            if (Small > 0)
            {
                yield return (Size - 1, Small, Size * Large);
            }
        }
    }
}
