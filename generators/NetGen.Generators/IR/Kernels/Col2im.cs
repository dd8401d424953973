using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The way back through a convolution to few channels, where a vector of channels would be mostly padding: each pixel that is read is multiplied to the
/// values of all taps and channels under the window, and these are added to the pixels that the window covers (PyTorch's <c>col2im</c>, or <c>fold</c>).
/// It is the gradient by a convolution's input, and a transposed convolution forward.
/// </summary>
/// <param name="Window">The window of the convolution that leads from <paramref name="Y"/> to <paramref name="X"/>.</param>
/// <param name="X">What is read.</param>
/// <param name="Y">What is written.</param>
internal sealed record Col2imKernel(Window Window, Plane X, Plane Y) : Kernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("weights"), Port.Read("bias").OrNull, Port.Write("y", Y), Port.Write("work"), Port.Slope };

    /// <summary>Threads share the rows that are written; what reaches those of two is computed by both.</summary>
    public override bool IsShareable => true;

    public override long Effort => (long)X.H * X.W * X.C * Columns.Pitch;

    /// <summary>A row of products: for each pixel, the values of a window, kernel row by kernel row, the channels of a tap together.</summary>
    public Plane Columns => new(Window.KernelY * Tap, 1, X.W, Plane.PitchOf(Window.KernelY * Tap), 0, 0);

    /// <summary>The products of a row, as a 1×1 convolution of it.</summary>
    public ConvolutionKernel Product => new ConvGeometry(Window.Point, X.C, Columns.C, 1).Kernel(new Plane(X.C, 1, X.W, X.Pitch, 0, 0), Columns);

    /// <summary>Values of a kernel row: its taps' channels.</summary>
    public int Tap => Window.KernelX * Y.C;

    /// <summary>Floats of a row of sums: the pixels with the padding before them, and what a last vector reaches beyond.</summary>
    public int SumRow => Plane.PitchOf(Math.Max(((X.W - 1) * Window.StrideX * Y.C) + Plane.PitchOf(Tap), ((Window.PadX + Y.W - 1) * Y.C) + Y.Pitch));

    /// <summary>Floats of packed weights.</summary>
    public long Weights => (long)X.C * Columns.Pitch;

    /// <summary>Floats of the thread's scratch: a row of products, and the rows of sums that a window covers.</summary>
    public long Scratch => Columns.Image + ((long)Window.KernelY * SumRow);

    protected override NameParts NameParts => $"{Window:_}_{X}_to_{Y}";
}
