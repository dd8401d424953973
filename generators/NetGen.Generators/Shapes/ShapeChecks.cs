using System.Globalization;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Checks that several ops share; each reports what it finds.</summary>
internal static class ShapeChecks
{
    /// <summary>
    /// Whether a setting is large enough, and not so large that it can only be a slip: by default at most 16,777,216, for kernels, steps and borders
    /// <see cref="Sizes.MostPixels"/>.
    /// </summary>
    public static bool AtLeast(this ShapeContext context, int least, string setting, int value, int most = Sizes.MostChannels)
    {
        if (value < least)
        {
            context.FailRange(setting, "at least " + least.ToString(CultureInfo.InvariantCulture), value);
        }
        else if (value > most)
        {
            context.FailRange(setting, "at most " + most.ToString(CultureInfo.InvariantCulture), value);
        }

        return value >= least && value <= most;
    }

    /// <summary>Whether a setting is a probability below 1.</summary>
    public static bool IsRate(this ShapeContext context, string setting, float value)
    {
        // Written so that NaN fails as well.
        bool good = value >= 0 && value < 1;
        if (!good)
        {
            context.FailRange(setting, "at least 0 and below 1", value);
        }

        return good;
    }

    /// <summary>Whether a setting is a number.</summary>
    public static bool IsFinite(this ShapeContext context, string setting, float value)
    {
        bool good = !float.IsNaN(value) && !float.IsInfinity(value);
        if (!good)
        {
            context.FailRange(setting, "finite", value);
        }

        return good;
    }

    /// <summary>Whether a setting is neither negative nor infinite.</summary>
    public static bool IsFiniteFrom0(this ShapeContext context, string setting, float value)
    {
        // Written so that NaN fails as well, here and below.
        bool good = value >= 0 && value < float.PositiveInfinity;
        if (!good)
        {
            context.FailRange(setting, "at least 0 and finite", value);
        }

        return good;
    }

    /// <summary>Whether a setting is positive and not infinite.</summary>
    public static bool IsFiniteAbove0(this ShapeContext context, string setting, float value)
    {
        bool good = value > 0 && value < float.PositiveInfinity;
        if (!good)
        {
            context.FailRange(setting, "above 0 and finite", value);
        }

        return good;
    }

    /// <summary>Reports an input of a kind that the op does not take.</summary>
    public static Shape? FailKind(this ShapeContext context, ShapeKinds takes, ShapeGuess input) =>
        takes == ShapeKinds.Sequence
            ? context.Fail(Rules.SequenceNeeded.Id, context.Label, ShapeWords.Of(input), ShapeWords.ToSequence(input.Kind))
            : takes.Include(ShapeKinds.Image)
            ? context.Fail(Rules.ImageNeeded.Id, context.Label, ShapeWords.Needed(takes), ShapeWords.Of(input), ShapeWords.ToImage(input.Kind))
            : context.Fail(Rules.VectorNeeded.Id, context.Label, ShapeWords.Of(input), input.Kind == ShapeKinds.Image ? "[Flatten] or [GlobalAvgPool]" : "[Flatten]");

    /// <summary>Checks that filters and the input's channels divide into a convolution's groups; of both the first is told, which is there for any input.</summary>
    public static void CheckGroups(this ShapeContext context, int groups, int filters)
    {
        if (filters % groups != 0)
        {
            context.FailAt(Rules.FiltersNotDivisible.Id, "Groups", context.Label, $"{groups}", $"{filters}");
        }
        else if (context.Input.Channels % groups != 0)
        {
            context.FailAt(Rules.ChannelsNotDivisible.Id, "Groups", context.Label, $"{groups}", $"{context.Input}", $"{context.Input.Channels}");
        }
    }

    /// <summary>Reports a setting outside its range.</summary>
    public static Shape? FailRange(this ShapeContext context, string setting, string range, float value) =>
        context.FailAt(Rules.SettingOutOfRange.Id, setting, setting, context.Label, range, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Reports a whole number outside its range.</summary>
    public static Shape? FailRange(this ShapeContext context, string setting, string range, int value) =>
        context.FailAt(Rules.SettingOutOfRange.Id, setting, setting, context.Label, range, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reports that a tagged input's shape does not go with the others.</summary>
    public static Shape? FailJoin(this ShapeContext context, string needed, int input) =>
        context.FailAt(Rules.ShapesDiffer.Id, TagOf(input), context.Label, needed, context.DescribeJoined(input), $"{context.Inputs[input]}", ShapeWords.ToJoin(context.Input, context.Inputs[input], context.Node.Spec is AddSpec or MultiplySpec));

    /// <summary>The argument that names an input of a joining op.</summary>
    public static string TagOf(int input) => ArgumentNames.Element(ArgumentNames.TagArray, input - 1);

    /// <summary>How the user knows an input of a joining op: its tag in quotes, or the current value.</summary>
    public static string DescribeJoined(this ShapeContext context, int input) =>
        input == 0 ? "the current value" : "\"" + context.Spec<JoinSpec>().Tags[input - 1] + "\"";

    /// <summary>An image whose sizes were computed in long, if it is not too large; where one argument alone makes it so large, that is to blame.</summary>
    public static Shape? ImageOf(this ShapeContext context, long c, long h, long w, string? argument = null)
    {
        return Sizes.Fits(c, h, w)
            ? Shape.Image((int)c, (int)h, (int)w)
            : argument is null
                ? context.Fail(Rules.ValueTooLarge.Id, context.Label, $"({c}, {h}, {w})")
                : context.FailAt(Rules.ValueTooLarge.Id, argument, context.Label, $"({c}, {h}, {w})");
    }

    /// <summary>A sequence whose features were computed in long, if it is not too large.</summary>
    public static Shape? SequenceOf(this ShapeContext context, int steps, long features) =>
        Sizes.Fits(features, steps)
            ? Shape.Sequence(steps, (int)features)
            : context.Fail(Rules.ValueTooLarge.Id, context.Label, $"({steps}, {features})");

    /// <summary>A feature vector whose length was computed in long, if it is not too large.</summary>
    public static Shape? VectorOf(this ShapeContext context, long features) =>
        features <= Sizes.Largest
            ? Shape.Vector((int)features)
            : context.Fail(Rules.ValueTooLarge.Id, context.Label, $"({features})");
}
