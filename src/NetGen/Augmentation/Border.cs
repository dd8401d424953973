using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>What lies beyond an image's border: a mode, and for <see cref="FillMode.Constant"/> a value a channel.</summary>
internal readonly struct Border
{
    private readonly float[] _values;

    /// <summary>Checks a user's words; values without a use are refused.</summary>
    public Border(FillMode mode, IReadOnlyList<float>? fill, int channels)
    {
        if (mode is not (FillMode.Nearest or FillMode.Constant or FillMode.Reflect or FillMode.Wrap))
        {
            throw new ArgumentOutOfRangeException("fillMode", FormattableString.Invariant($"expected a FillMode, actual {(int)mode}"));
        }

        if (fill is not null && mode != FillMode.Constant)
        {
            throw new ArgumentException($"expected no values with FillMode.{mode}, only with FillMode.Constant, actual {fill.Count}", nameof(fill));
        }

        Mode = mode;
        _values = AugmentationCheck.PerChannel(fill, channels, nameof(fill));
    }

    public FillMode Mode { get; }

    /// <summary>The value beyond the border with <see cref="FillMode.Constant"/>.</summary>
    public float Value(int channel) => _values[channel];

    /// <summary>The image's row or column that is seen at a place of the endless grid; not for <see cref="FillMode.Constant"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Place(long index, int size)
    {
        if ((ulong)index < (ulong)size)
        {
            return (int)index;
        }

        switch (Mode)
        {
            case FillMode.Reflect:
                int twice = Remainder(index, 2L * size);
                return twice < size ? twice : (2 * size) - 1 - twice;
            case FillMode.Wrap:
                return Remainder(index, size);
            default:
                return index < 0 ? 0 : size - 1;
        }
    }

    /// <summary>The remainder that is never negative.</summary>
    private static int Remainder(long index, long size)
    {
        long remainder = index % size;
        return (int)(remainder < 0 ? remainder + size : remainder);
    }
}
