namespace NetGen.Generators.IR;

/// <summary>
/// A convolution from <paramref name="Inputs"/> to <paramref name="Outputs"/> channels as walks over planes, and how its weights are
/// packed. A transposed convolution is the same with its two directions exchanged: its weights are those of the convolution that leads
/// from its output back to its input.
/// </summary>
internal readonly record struct ConvGeometry(Window Window, int Inputs, int Outputs, int Groups)
{
    /// <summary>
    /// Whether an output of one pixel takes the images of a chunk as its columns. On the way back it always does: where that is the convolution of another
    /// layer forward, both are one kernel.
    /// </summary>
    public bool ImagesAsColumns { get; init; } = true;

    /// <summary>Phases that have a kernel each.</summary>
    private const int MostSingle = 16;

    /// <summary>Kernels that the gradient by the input may be cut into; strides alone stay far below it, with dilation they may not.</summary>
    public const int MostKernels = 64;

    /// <summary>Packed as one: see <see cref="Merged"/>.</summary>
    private int MergedGroups => Merged(Inputs, Outputs, Groups);

    private int Parts => Groups / MergedGroups;

    /// <summary>What packing and reducing take.</summary>
    public ConvSizes Sizes => new(Outputs, Inputs / Groups, Window.KernelY, Window.KernelX, Groups, MergedGroups);

    /// <summary>Whether pixel i of one plane is pixel i of the other; padding would shift them.</summary>
    private bool IsPointwise(Plane x, Plane y) => Window is { KernelY: 1, KernelX: 1, StrideY: 1, StrideX: 1, PadY: 0, PadX: 0 }
        && x.Contiguous && y.Contiguous && x.H == y.H && x.W == y.W;

    /// <summary>The convolution of a plane with <see cref="Inputs"/> channels to one with <see cref="Outputs"/>.</summary>
    public ConvolutionWalk Straight(Plane x, Plane y)
    {
        ConvolutionWalk walk = new(
            Rows: y.H,
            Columns: y.W,
            XStart: -(Window.PadY * x.Row) - (Window.PadX * x.Pitch),
            XRow: Window.StrideY * x.Row,
            XColumn: Window.StrideX * x.Pitch,
            XTapRow: Window.DilationY * x.Row,
            XTapColumn: Window.DilationX * x.Pitch,
            XImage: x.Image,
            YStart: 0,
            YRow: y.Row,
            YColumn: y.Pitch,
            YImage: y.Image,
            TapsY: Window.KernelY,
            TapsX: Window.KernelX,
            Depth: Inputs / Parts,
            Outputs: Parts == 1 ? Plane.PitchOf(Outputs) : Outputs / Parts,
            Groups: Parts);
        return Flatten(walk, IsPointwise(x, y), ImagesAsColumns);
    }

    /// <summary>The kernel of that convolution.</summary>
    public ConvolutionKernel Kernel(Plane x, Plane y) => new(Window, Groups, x, y, Straight(x, y));

    /// <summary>The kernel of its gradient by the weights.</summary>
    public ConvolutionWeightGradientKernel WeightGradientKernel(Plane x, Plane dy) => new(Window, Groups, x, dy, Straight(x, dy));

    /// <summary>Whether a convolution multiplies vectors: a dense layer, or a 1×1 convolution of a single pixel.</summary>
    public static bool IsDense(Window window, int groups, Plane x, Plane y) =>
        groups == 1 && window is { KernelY: 1, KernelX: 1, StrideY: 1, StrideX: 1, PadY: 0, PadX: 0, DilationY: 1, DilationX: 1 } && x.IsVector && y.IsVector;

    /// <summary>
    /// The kernel of a phase of the way back. Without a stride it is a convolution with other padding: where a layer has such a convolution forward, both
    /// are one kernel.
    /// </summary>
    private ConvolutionKernel TurnedKernel(Plane from, Plane to, ConvolutionWalk walk, TapPhase row, TapPhase column) =>
        Window is { StrideY: 1, StrideX: 1 } && row.Start <= 0 && column.Start <= 0
            ? new ConvolutionKernel(Window with { PadY = -row.Start, PadX = -column.Start, DilationY = row.Step, DilationX = column.Step }, Groups, from, to, walk)
            : new ConvolutionKernel(Window, Groups, from, to, walk) { Phase = (row.First, column.First) };

    /// <summary>
    /// The way back, from a plane with <see cref="Outputs"/> channels to one with <see cref="Inputs"/>, is a convolution with turned
    /// weights. With a stride, the pixels that are written fall into stride × stride phases that each see some of the kernel's taps: a
    /// convolution for each.
    /// </summary>
    public List<TurnedWalk> Turned(Plane from, Plane to)
    {
        (List<TapPhase> rows, List<TapPhase> columns) = Phases(Window, to.H, to.W);
        bool single = rows.Count == 1 && columns.Count == 1;
        List<TurnedWalk> walks = [];
        foreach (TapPhase row in rows)
        {
            foreach (TapPhase column in columns)
            {
                bool empty = row.Taps == 0 || column.Taps == 0;
                ConvolutionWalk walk = new(
                    Rows: row.Outputs,
                    Columns: column.Outputs,
                    XStart: empty ? 0 : (row.Start * from.Row) + (column.Start * from.Pitch),
                    XRow: from.Row,
                    XColumn: from.Pitch,
                    XTapRow: row.Step * from.Row,
                    XTapColumn: column.Step * from.Pitch,
                    XImage: from.Image,
                    YStart: (row.First * to.Row) + (column.First * to.Pitch),
                    YRow: Window.StrideY * to.Row,
                    YColumn: Window.StrideX * to.Pitch,
                    YImage: to.Image,
                    TapsY: empty ? 0 : row.Taps,
                    TapsX: empty ? 0 : column.Taps,
                    Depth: Outputs / Parts,
                    Outputs: Parts == 1 ? to.Pitch : Inputs / Parts,
                    Groups: Parts)
                {
                    PhasesY = row.Count,
                    PhasesX = column.Count,
                    YPhaseRow = row.Count * column.Count == 1 ? 0 : to.Row,
                    YPhaseColumn = row.Count * column.Count == 1 ? 0 : to.Pitch,
                };
                walk = Flatten(walk, IsPointwise(from, to), imagesAsColumns: true);
                walks.Add(new TurnedWalk(
                    walk,
                    TurnedKernel(from, to, walk, row, column),
                    single ? "" : $"_phase{row.First}_{column.First}",
                    new TurnedTaps(row.LastTap, row.TapStep, row.Taps, column.LastTap, column.TapStep, column.Taps)));
            }
        }

        return walks;
    }

    /// <summary>The phases of rows and of columns; where they are many, those that are alike are one kernel's.</summary>
    public static (List<TapPhase> Rows, List<TapPhase> Columns) Phases(Window window, int height, int width)
    {
        List<TapPhase> rows = TapPhase.Of(window.StrideY, window.PadY, window.DilationY, window.KernelY, height);
        List<TapPhase> columns = TapPhase.Of(window.StrideX, window.PadX, window.DilationX, window.KernelX, width);
        return (long)rows.Count * columns.Count <= MostSingle ? (rows, columns) : (TapPhase.Together(rows), TapPhase.Together(columns));
    }

    /// <summary>
    /// Groups whose channels fill no whole vectors are taken together, with zeros between them; <see cref="Merged"/> says how many.
    /// </summary>
    public static int Merged(int inputs, int outputs, int groups)
    {
        // Whole vectors are reached by a power of two up to their lanes, or by no number that divides the groups.
        for (int merged = 1; merged < groups && merged <= Plane.Lanes; merged++)
        {
            if (groups % merged == 0 && inputs / groups * merged % Plane.Lanes == 0 && outputs / groups * merged % Plane.Lanes == 0)
            {
                return merged;
            }
        }

        return groups;
    }

    /// <summary>An output of one pixel takes the images as its columns; a 1×1 convolution without borders takes an image as one row.</summary>
    private static ConvolutionWalk Flatten(ConvolutionWalk walk, bool pointwise, bool imagesAsColumns)
    {
        if (imagesAsColumns && walk is { Rows: 1, Columns: 1 })
        {
            return walk with { Columns = 0, XColumn = walk.XImage, YColumn = walk.YImage };
        }

        return pointwise ? walk with { Rows = 1, Columns = walk.Rows * walk.Columns } : walk;
    }
}

/// <summary>A phase of a convolution with turned weights.</summary>
/// <param name="Walk">How it walks.</param>
/// <param name="Kernel">Its kernel.</param>
/// <param name="Suffix">What tells its names from those of the other phases.</param>
/// <param name="Taps">The taps that reach it.</param>
internal readonly record struct TurnedWalk(ConvolutionWalk Walk, ConvolutionKernel Kernel, string Suffix, TurnedTaps Taps)
{
    /// <summary>Whether no tap reaches the phase's pixels.</summary>
    public bool IsEmpty => Walk.TapsY == 0;

    /// <summary>The call that packs its weights.</summary>
    public PackRoutine Pack(Operand weight, Operand packed, ConvSizes sizes, string? connections) => Walk.Phases == 1
        ? new PackConvTurned(weight, packed, sizes, Taps.AreAll(sizes) ? null : Taps, connections)
        : new PackConvTurnedPhases(weight, packed, sizes, Taps, Walk.PhasesY, Walk.PhasesX, connections);

    /// <summary>Floats of packed weights; a kernel wants a place to point at even where it reads none.</summary>
    public long Weights => Math.Max(Walk.Weights * Walk.Phases, 1);
}
