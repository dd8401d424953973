namespace NetGen;

/// <summary>Refuses arguments of augmentations, naming the expected and the actual.</summary>
internal static class AugmentationCheck
{
    /// <summary>Needs a number from 0 to 1.</summary>
    public static float Probability(float value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected a number from 0 to 1, actual {value}"));

    /// <summary>Needs a range of finite numbers of 0 or more.</summary>
    public static Interval FactorRange((float Min, float Max) range, string name) =>
        range.Min >= 0 && range.Min <= range.Max && float.IsFinite(range.Max)
            ? new Interval(range.Min, range.Max)
            : throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"expected two finite numbers of 0 or more, the smaller first, actual ({range.Min}, {range.Max})"));

    /// <summary>Needs a range of finite numbers over 0.</summary>
    public static Interval PositiveRange((float Min, float Max) range, string name) =>
        range.Min > 0 && range.Min <= range.Max && float.IsFinite(range.Max)
            ? new Interval(range.Min, range.Max)
            : throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"expected two finite numbers over 0, the smaller first, actual ({range.Min}, {range.Max})"));

    /// <summary>Needs a range of shares of something.</summary>
    public static Interval ShareRange((float Min, float Max) range, string name) =>
        range.Min > 0 && range.Min <= range.Max && range.Max <= 1
            ? new Interval(range.Min, range.Max)
            : throw new ArgumentOutOfRangeException(
                name, FormattableString.Invariant($"expected two numbers over 0 and up to 1, the smaller first, actual ({range.Min}, {range.Max})"));

    /// <summary>Needs an angle from 0 to a limit, in degrees.</summary>
    public static double Degrees(float value, float limit, string name) =>
        value >= 0 && value <= limit
            ? value
            : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected degrees from 0 to {limit}, actual {value}"));

    /// <summary>Needs a shear: an angle from 0 to under 90 degrees, where it has no end.</summary>
    public static double Shear(float value, string name) => Degrees(value, MathF.BitDecrement(90), name);

    /// <summary>A copy of a value a channel, each finite; zeros where absent.</summary>
    public static float[] PerChannel(IReadOnlyList<float>? values, int channels, string name)
    {
        if (values is null)
        {
            return new float[channels];
        }

        if (values.Count != channels)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a value for each of {channels} channels, actual {values.Count}"), name);
        }

        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected finite numbers, actual {value}"));
            }
        }

        return [.. values];
    }

    /// <summary>A copy of a positive value a channel.</summary>
    public static float[] PositivePerChannel(IReadOnlyList<float> values, int channels, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        float[] copy = PerChannel(values, channels, name);
        foreach (float value in copy)
        {
            Check.Positive(value, name);
        }

        return copy;
    }
}
