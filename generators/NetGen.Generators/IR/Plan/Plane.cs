namespace NetGen.Generators.IR;

/// <summary>
/// How a value lies in memory for one image: NHWC, a pixel's channels padded to <see cref="Pitch"/> floats, and around the image a
/// border of <see cref="HaloY"/> rows and <see cref="HaloX"/> pixels that stays zero. A feature vector is an image of one pixel, a sequence one row of
/// pixels, a step each.
/// Lanes between <see cref="C"/> and <see cref="Pitch"/> may hold anything: no kernel may let them reach another lane.
/// </summary>
internal sealed record Plane(int C, int H, int W, int Pitch, int HaloY, int HaloX)
{
    /// <summary>Channels are padded to whole 512-bit vectors, so that no kernel needs a tail.</summary>
    public const int Lanes = 16;

    /// <summary>Floats from a row to the next.</summary>
    public int Row => ((W + (2 * HaloX)) * Pitch) + Gap;

    /// <summary>Floats behind a row that belong to no pixel; only <see cref="InOrder"/>, some steps of a sequence and a vector among others have them.</summary>
    public int Gap { get; private init; }

    /// <summary>Floats from an image to the next.</summary>
    public int Image => (H + (2 * HaloY)) * Row;

    /// <summary>Floats from the start of the buffer to the first pixel inside the border.</summary>
    public int Origin => (HaloY * Row) + (HaloX * Pitch);

    /// <summary>Whether rows and images follow each other without a border.</summary>
    public bool Contiguous => HaloY == 0 && HaloX == 0 && Gap == 0;

    public bool IsVector => H == 1 && W == 1;

    public static int PitchOf(int channels) => (channels + Lanes - 1) / Lanes * Lanes;

    public static Plane Of(Shape shape, int haloY = 0, int haloX = 0) => shape.Kind switch
    {
        ShapeKinds.Image => new(shape.C, shape.H, shape.W, PitchOf(shape.C), haloY, haloX),
        ShapeKinds.Sequence => new(shape.Features, 1, shape.Steps, PitchOf(shape.Features), haloY, haloX),
        _ => new(shape.Features, 1, 1, PitchOf(shape.Features), haloY, haloX),
    };

    /// <summary>
    /// The plane of such a shape as one whose C, H, W order is PyTorch's order of the values, for kernels that go by it: of a sequence, whose features follow
    /// each other, one channel of steps × features, and of a vector one row.
    /// </summary>
    public Plane InOrder(Shape shape) => shape.Kind switch
    {
        ShapeKinds.Sequence => Contiguous ? new(1, W, C, 1, 0, 0) { Gap = Pitch - C } : throw new InvalidOperationException("No kernel wants a border around a sequence."),
        ShapeKinds.Vector when Contiguous => new(1, 1, C, 1, 0, 0) { Gap = Pitch - C },
        _ => this,
    };

    /// <summary>Some neighbouring steps of a sequence, from wherever a pointer points: images are as far apart as those of the whole.</summary>
    public Plane Steps(int count) => Contiguous && H == 1
        ? this with { W = count, Gap = (W - count) * Pitch }
        : throw new InvalidOperationException("Only a sequence without a border has steps.");

    /// <summary>A vector among others of the same image, which are <paramref name="image"/> floats together.</summary>
    public Plane Within(int image) => IsVector && Contiguous ? this with { Gap = image - Pitch } : throw new InvalidOperationException("Only a vector without a border lies among others.");

    /// <summary>Values as users hand them over, in PyTorch's order: <paramref name="size"/> of each sample of <paramref name="sample"/> floats.</summary>
    public static Plane OfUser(int size, int sample) => new(size, 1, 1, sample, 0, 0);

    /// <summary>A plane of no size, with a border or without: what is left of a plane in a kernel that takes its sizes as arguments.</summary>
    public static Plane Unsized(bool bordered) => bordered ? new(0, 0, 0, 0, 1, 1) : new(0, 0, 0, 0, 0, 0);
}
