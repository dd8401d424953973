using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads the settings that sliding windows share.</summary>
internal static class WindowArguments
{
    /// <summary>The window of a convolution: its stride is 1 unless it is set.</summary>
    public static Window Window(this ArgumentReader arguments) => Read(arguments, strideIsKernel: false);

    /// <summary>The window of a pool: its stride is the kernel unless it is set.</summary>
    public static Window PoolWindow(this ArgumentReader arguments) => Read(arguments, strideIsKernel: true);

    /// <summary>The window over steps of a convolution.</summary>
    public static Window StepWindow(this ArgumentReader arguments) => ReadSteps(arguments, stride: 1);

    /// <summary>The window over steps of a pool, whose stride is its kernel unless it is set.</summary>
    public static Window StepPoolWindow(this ArgumentReader arguments) => ReadSteps(arguments, stride: arguments.Int("kernel"));

    private static Window ReadSteps(ArgumentReader arguments, int stride)
    {
        int pad = arguments.Int("Pad");
        return IR.StepWindow.Of(
            arguments.Int("kernel"), arguments.Int("Stride", stride), arguments.Int("PadBefore", pad), arguments.Int("PadAfter", pad), arguments.Int("Dilation", 1));
    }

    private static Window Read(ArgumentReader arguments, bool strideIsKernel)
    {
        (int Y, int X) kernel = arguments.Pair("kernel", 0);
        (int Y, int X) stride = arguments.Has("Stride") || !strideIsKernel
            ? arguments.Pair("Stride", 1)
            : (arguments.Int("StrideH", kernel.Y), arguments.Int("StrideW", kernel.X));
        (int Y, int X) pad = arguments.Pair("Pad", 0);
        (int Y, int X) dilation = arguments.Pair("Dilation", 1);
        return new Window(kernel.Y, kernel.X, stride.Y, stride.X, arguments.Int("PadTop", pad.Y), arguments.Int("PadLeft", pad.X), dilation.Y, dilation.X)
        {
            PadBelow = arguments.Int("PadBottom", pad.Y),
            PadRight = arguments.Int("PadRight", pad.X),
        };
    }
}
