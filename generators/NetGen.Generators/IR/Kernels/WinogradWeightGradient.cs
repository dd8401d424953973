using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The gradient by the weights of a 3×3 convolution with a stride of one by Winograd's minimal filtering: with y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A the gradient by
/// g is Gᵀ[Σ (Bᵀ d B) ⊙ (A dy Aᵀ)]G, summed over the tiles of the images. It is added to what the shard holds, in the order of the direct kernel.
/// </summary>
/// <param name="Tile">Outputs of a tile in each direction: 2 or 4.</param>
/// <param name="PadY">Rows of zeros above the image.</param>
/// <param name="PadX">Columns of zeros left of it.</param>
/// <param name="X">The convolution's input.</param>
/// <param name="Dy">The gradient by its output.</param>
internal sealed record WinogradWeightGradientKernel(int Tile, int PadY, int PadX, Plane X, Plane Dy) : Kernel
{
    /// <summary>Floats between points beyond their values, so that points do not fall into the same lines of a cache.</summary>
    private const int Gap = 16;

    /// <summary>Output channels that are summed together at most.</summary>
    private const int Channels = 64;

    /// <summary>Tiles that are summed at once where inputs are many.</summary>
    public const int MostTiles = 48;

    /// <summary>Inputs of a range where there are several: a multiple of the inputs of any group.</summary>
    private const int Range = 96;

    /// <summary>Inputs that are taken as one range at most.</summary>
    private const int MostInputs = 128;

    /// <summary>More inputs than this are several ranges over the whole batch, so that there are units for several threads.</summary>
    private const int SingleInputs = 64;

    /// <summary>Inputs of such a range where they are not many: a multiple of a vector and of the inputs of every register tile.</summary>
    private const int SmallRange = 48;

    private const int MostOutputs = 256;

    public const int Taps = 9;

    /// <summary>Sums of a point that are held for a transform: those of as many inputs as fill the second-level cache by a tenth with all points.</summary>
    public const int Sums = 24 * Channels;

    /// <summary>
    /// Whether it sums over the whole batch and writes the gradient in PyTorch's order. Its units are then rectangles of weights, a range of inputs by a channel block,
    /// which each sum over all tiles in their order: so no part of a call depends on how many there are.
    /// </summary>
    public bool OverBatch { get; init; }

    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), OverBatch ? Port.Write("dw") : Port.Update("dw"), Port.Write("work") };

    public override KernelWork Work => OverBatch ? KernelWork.BatchPart : KernelWork.Chunk;

    protected override string Title => $"WinogradWeightGradient{Tile}x{Tile}";

    protected override NameParts NameParts
    {
        get
        {
            string pad = PadY == PadX ? $"_p{PadY}" : $"_p{PadY}x{PadX}";
            string batch = OverBatch ? "_batch" : "";
            return $"{pad}_{X}_to_{Dy}{batch}";
        }
    }

    /// <summary>Pixels of a patch in each direction.</summary>
    public int Patch => Tile + 2;

    /// <summary>Pixels of a patch, and products of a tile.</summary>
    public int Points => Patch * Patch;

    /// <summary>Tiles from left to right.</summary>
    public int TilesX => (Dy.W + Tile - 1) / Tile;

    /// <summary>Tiles of an image.</summary>
    public int Tiles => (Dy.H + Tile - 1) / Tile * TilesX;

    /// <summary>
    /// Tiles that are summed at once at most: each block of tiles costs a transform of its sums, and its points have to stay in the second-level cache.
    /// </summary>
    public int TilesAtOnce => X.Pitch <= 64 ? 64 : MostTiles;

    /// <summary>Inputs whose points are held at a time: over the whole batch those of a unit.</summary>
    public int InputsAtOnce => X.Pitch <= (OverBatch ? SingleInputs : MostInputs) ? X.C : X.Pitch < 3 * SmallRange ? SmallRange : Range;

    /// <summary>The ranges of so many inputs: the output gradients are transformed again for each.</summary>
    public static int RangesOf(int inputs) => inputs <= MostInputs ? 1 : (inputs + Range - 1) / Range;

    /// <summary>Floats of the points of a range's tile at most.</summary>
    private int InputPitch => InputsAtOnce < X.C ? InputsAtOnce : X.Pitch;

    /// <summary>Over the whole batch, how many ranges of inputs there are.</summary>
    public int InputRanges => (X.C + InputsAtOnce - 1) / InputsAtOnce;

    /// <summary>Over the whole batch, output channels of neighbouring units that share the transform of their inputs at most: their sums stay in or near the second-level cache.</summary>
    public int OutputsAtOnce => Math.Min(MostOutputs, Dy.Pitch);

    /// <summary>Over the whole batch, sums that units hold until all images are through.</summary>
    private long UnitSums => OverBatch ? (long)Taps * InputsAtOnce * OutputsAtOnce : 0;

    /// <summary>Floats from a point's inputs to the next point's.</summary>
    public int InputPoint => (TilesAtOnce * InputPitch) + Gap;

    /// <summary>Floats from a point's output gradients to the next point's.</summary>
    public int GradientPoint => (TilesAtOnce * Math.Min(Channels, Dy.Pitch)) + Gap;

    /// <summary>Floats from a point's sums to the next point's.</summary>
    public static int SumPoint => Sums + Gap;

    /// <summary>Floats of a transform's intermediate values, of vectors of any width.</summary>
    public int Halves => 2 * Points * Plane.Lanes;

    /// <summary>Floats of scratch: intermediate values, zeros to begin sums with, the points of inputs, of output gradients and of sums, and the units' sums.</summary>
    public long Scratch => Halves + Sums + ((long)Points * (InputPoint + GradientPoint + SumPoint)) + UnitSums;
}
