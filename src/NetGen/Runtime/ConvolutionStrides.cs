using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// How a register tile walks through a convolution's memory, in floats. Tiles are shared by all layers, so what differs from layer to
/// layer is handed to them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConvolutionStrides
{
    /// <summary>Kernel rows.</summary>
    public int TapsY;

    /// <summary>Kernel columns; 1 where a kernel row's inputs are one run.</summary>
    public int TapsX;

    /// <summary>Inputs of a tap that follow each other.</summary>
    public int Run;

    /// <summary>From one kernel row's inputs to the next.</summary>
    public int XTapRow;

    /// <summary>From one kernel column's inputs to the next.</summary>
    public int XTapColumn;

    /// <summary>From the inputs of one output row to those of the next.</summary>
    public int XRow;

    /// <summary>From the inputs of one output column to those of the next; where the images are the columns, from image to image.</summary>
    public int XColumn;

    /// <summary>From one output row to the next.</summary>
    public int YRow;

    /// <summary>From one output column to the next.</summary>
    public int YColumn;

    /// <summary>Output columns: that the gradient by the weights sums over, or after which tiles go on with the next row.</summary>
    public int Columns;

    /// <summary>From the sums that the gradient by the weights stores to those that it adds to; 0 where they are the same.</summary>
    public nint From;

    /// <summary>From the inputs of the gradient by the weights to those that it reads next, which are asked for; 0 for none.</summary>
    public nint XAhead;

    /// <summary>The same of the output's gradients.</summary>
    public nint YAhead;

    /// <summary>From the outputs to the values that are added to them; 0 for none.</summary>
    public nint Summand;

    /// <summary>Whether sums begin with what the outputs hold instead of the bias: the taps are summed in several turns.</summary>
    public bool Continues;

    /// <summary>The factor for negative outputs: 1 for no activation, 0 for ReLU, another for leaky ReLU.</summary>
    public float Slope;

    /// <summary>Whether something is added to the sums: the summand, or what the outputs hold.</summary>
    public readonly bool Adds => Continues || Summand != 0;

    /// <summary>The strides for some of a run's inputs, where the run is summed in several turns: the first takes the summand, the last the activation.</summary>
    /// <param name="from">The first input.</param>
    /// <param name="most">Inputs of a turn.</param>
    /// <param name="run">Inputs of the run.</param>
    /// <returns>These with the changes.</returns>
    public readonly ConvolutionStrides Piece(int from, int most, int run)
    {
        ConvolutionStrides turn = this;
        turn.Run = Math.Min(most, run - from);
        turn.Continues = from > 0;
        turn.Summand = from > 0 ? 0 : Summand;
        turn.Slope = from + most < run ? 1f : Slope;
        return turn;
    }
}
