using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The shape of one sample's value: up to three axes in PyTorch's order, each with a meaning. Shapes are made and compared for every layer while somebody
/// types, so the axes are fields and no array. A kind of shape is made by its own method alone, so its axes never mix with another's.
/// </summary>
internal readonly record struct Shape
{
    private readonly Axis _first;
    private readonly Axis _second;
    private readonly Axis _third;

    private Shape(Axis first, Axis second = default, Axis third = default)
    {
        _first = first;
        _second = second;
        _third = third;
    }

    public static Shape Vector(int features) => new(new Axis(AxisKind.Features, features));

    public static Shape Image(int c, int h, int w) => new(new Axis(AxisKind.Channels, c), new Axis(AxisKind.Height, h), new Axis(AxisKind.Width, w));

    public static Shape Sequence(int steps, int features) => new(new Axis(AxisKind.Time, steps), new Axis(AxisKind.Features, features));

    /// <summary>Which kind it is, as the first axis says.</summary>
    public ShapeKinds Kind => _first.Kind switch
    {
        AxisKind.Features => ShapeKinds.Vector,
        AxisKind.Channels => ShapeKinds.Image,
        AxisKind.Time => ShapeKinds.Sequence,
        _ => ShapeKinds.None,
    };

    /// <summary>How many axes it has.</summary>
    public int Rank => _third.Kind != AxisKind.None ? 3 : _second.Kind != AxisKind.None ? 2 : _first.Kind != AxisKind.None ? 1 : 0;

    /// <summary>An axis by its place in PyTorch's order.</summary>
    public Axis this[int axis] => axis < 0 || axis >= Rank ? throw new ArgumentOutOfRangeException(nameof(axis)) : axis switch
    {
        0 => _first,
        1 => _second,
        _ => _third,
    };

    /// <summary>An image's channels.</summary>
    public int C => SizeOf(AxisKind.Channels);

    /// <summary>An image's rows.</summary>
    public int H => SizeOf(AxisKind.Height);

    /// <summary>An image's columns.</summary>
    public int W => SizeOf(AxisKind.Width);

    /// <summary>The features of a vector, or of each step of a sequence.</summary>
    public int Features => SizeOf(AxisKind.Features);

    /// <summary>A sequence's steps.</summary>
    public int Steps => SizeOf(AxisKind.Time);

    /// <summary>The axis that is contiguous in memory: channels of an image, otherwise features. For ops that work on either.</summary>
    public int Channels => Kind == ShapeKinds.Image ? C : Features;

    /// <summary>How many times the contiguous axis is there: pixels, steps, or once for a vector. At most the largest int.</summary>
    public int Positions => Kind switch
    {
        ShapeKinds.Image => (int)Math.Min(Sizes.Product(H, W), int.MaxValue),
        ShapeKinds.Sequence => Steps,
        _ => 1,
    };

    /// <summary>How many values it has.</summary>
    public long Size => Rank == 0 ? 0 : Sizes.Product(_first.Size, _second.Kind == AxisKind.None ? 1 : _second.Size, _third.Kind == AxisKind.None ? 1 : _third.Size);

    /// <summary>The sizes in PyTorch's order.</summary>
    public EquatableArray<int> Dimensions => Rank switch
    {
        0 => EquatableArray<int>.Empty,
        1 => new[] { _first.Size },
        2 => new[] { _first.Size, _second.Size },
        _ => new[] { _first.Size, _second.Size, _third.Size },
    };

    /// <summary>The same with another number of channels or features at each position.</summary>
    public Shape WithChannels(int channels) => Kind switch
    {
        ShapeKinds.Image => Image(channels, H, W),
        ShapeKinds.Sequence => Sequence(Steps, channels),
        _ => Vector(channels),
    };

    public override string ToString() => Rank switch
    {
        0 => "()",
        1 => $"({_first.Size})",
        2 => $"({_first.Size}, {_second.Size})",
        _ => $"({_first.Size}, {_second.Size}, {_third.Size})",
    };

    /// <summary>A size by its meaning. To ask for what a shape does not have is a mistake in an op, which would otherwise read a sequence as an image.</summary>
    private int SizeOf(AxisKind kind) =>
        _first.Kind == kind ? _first.Size
        : _second.Kind == kind ? _second.Size
        : _third.Kind == kind ? _third.Size
        : throw new InvalidOperationException($"{this} has no axis {kind}.");
}
