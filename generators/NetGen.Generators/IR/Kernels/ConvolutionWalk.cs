namespace NetGen.Generators.IR;

/// <summary>
/// How a convolution walks its memory, in floats. The same walk serves the forward pass, the gradient by the input (over the output's
/// gradient, with turned weights) and, with the roles of weights and outputs exchanged, the gradient by the weights.
/// </summary>
/// <param name="Rows">Output rows.</param>
/// <param name="Columns">Output columns; 0 where the images of the chunk are the columns.</param>
/// <param name="XStart">From the first pixel inside the border to the first one that is read.</param>
/// <param name="XRow">Input floats from one output row to the next.</param>
/// <param name="XColumn">Input floats from one output column to the next.</param>
/// <param name="XTapRow">Input floats from one kernel row to the next.</param>
/// <param name="XTapColumn">Input floats from one kernel column to the next.</param>
/// <param name="XImage">Input floats from one image to the next.</param>
/// <param name="YStart">From the first pixel inside the border to the first one that is written.</param>
/// <param name="YRow">Output floats from one output row to the next.</param>
/// <param name="YColumn">Output floats from one output column to the next.</param>
/// <param name="YImage">Output floats from one image to the next.</param>
/// <param name="TapsY">Kernel rows.</param>
/// <param name="TapsX">Kernel columns.</param>
/// <param name="Depth">Input channels that an output sums over.</param>
/// <param name="Outputs">Output channels of a group, padded to whole vectors.</param>
/// <param name="Groups">Groups of channels that do not see each other.</param>
internal readonly record struct ConvolutionWalk(
    int Rows,
    int Columns,
    int XStart,
    int XRow,
    int XColumn,
    int XTapRow,
    int XTapColumn,
    int XImage,
    int YStart,
    int YRow,
    int YColumn,
    int YImage,
    int TapsY,
    int TapsX,
    int Depth,
    int Outputs,
    int Groups)
{
    /// <summary>How often the walk is made, each time with weights of its own and from the next output row.</summary>
    public int PhasesY { get; init; } = 1;

    /// <summary>The same for the next output column.</summary>
    public int PhasesX { get; init; } = 1;

    /// <summary>Output floats from one such row to the next.</summary>
    public int YPhaseRow { get; init; }

    /// <summary>Output floats from one such column to the next.</summary>
    public int YPhaseColumn { get; init; }

    public int Phases => PhasesY * PhasesX;

    /// <summary>Whether the images of a chunk are the columns: the output is a single pixel.</summary>
    public bool OverImages => Columns == 0;

    /// <summary>Whether a kernel row's inputs are one run of memory.</summary>
    public bool RowIsRun => TapsX == 1 || XTapColumn == Depth;

    /// <summary>Inputs that follow each other in memory.</summary>
    public int Run => RowIsRun ? TapsX * Depth : Depth;

    /// <summary>Floats of packed weights.</summary>
    public long Weights => (long)Groups * TapsY * TapsX * Depth * Outputs;
}
