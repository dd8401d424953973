namespace NetGen;

/// <summary>Memory of each thread for the time of one transform; it stays with the thread, so that an image allocates nothing.</summary>
/// <remarks>A transform that calls another one must not hold such memory meanwhile.</remarks>
internal static class Scratch
{
    [ThreadStatic]
    private static float[]? _floats;

    [ThreadStatic]
    private static int[]? _numbers;

    /// <summary>So many floats, of any value.</summary>
    public static Span<float> Floats(int length)
    {
        if (_floats is null || _floats.Length < length)
        {
            _floats = GC.AllocateUninitializedArray<float>(length);
        }

        return _floats.AsSpan(0, length);
    }

    /// <summary>So many whole numbers, of any value.</summary>
    public static Span<int> Numbers(int length)
    {
        if (_numbers is null || _numbers.Length < length)
        {
            _numbers = GC.AllocateUninitializedArray<int>(length);
        }

        return _numbers.AsSpan(0, length);
    }
}
