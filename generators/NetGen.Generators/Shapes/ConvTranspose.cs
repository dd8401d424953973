using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class ConvTranspose : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        ConvTransposeSpec spec = context.Spec<ConvTransposeSpec>();
        Window window = spec.Window;
        if (!context.AtLeast(1, "filters", spec.Filters) | !context.AtLeast(1, "Groups", spec.Groups) | !context.CheckWindow(window)
            | !context.AtLeast(0, "OutputPad", spec.OutputPad))
        {
            return null;
        }

        int most = Math.Min(Math.Max(window.StrideY, window.DilationY), Math.Max(window.StrideX, window.DilationX));
        context.CheckGroups(spec.Groups, spec.Filters);
        if (spec.OutputPad >= most)
        {
            return context.FailRange("OutputPad", $"below its stride or dilation, {most}", spec.OutputPad);
        }

        Shape input = context.Input;
        long h = Spread(input.H, window.KernelY, window.StrideY, window.DilationY) + spec.OutputPad;
        long w = Spread(input.W, window.KernelX, window.StrideX, window.DilationX) + spec.OutputPad;
        long rows = (long)window.PadY + window.PadBelow;
        long columns = (long)window.PadX + window.PadRight;
        if (h <= rows || w <= columns)
        {
            return context.FailAt(
                Rules.NothingLeft.Id,
                h <= rows ? "PadH" : "PadW",
                context.Label,
                ShapeWords.Off(window.PadY, window.PadBelow, window.PadX, window.PadRight),
                $"{h}×{w}");
        }

        if (context.ImageOf(spec.Filters, h - rows, w - columns) is not { } output || !context.Bordered(window, output, input, output))
        {
            return null;
        }

        context.CheckPhases(window, output);
        return output;
    }

    /// <summary>A convolution's parameters with inputs and outputs exchanged.</summary>
    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        ConvTransposeSpec spec = (ConvTransposeSpec)node.Spec;
        Window window = spec.Window;
        int groupFilters = spec.Filters / spec.Groups;

        // With a stride, an output pixel sees only some of the kernel's taps.
        ParameterDeclaration weight = new(
            "weight",
            new[] { inputs[0].C, groupFilters, window.KernelY, window.KernelX },
            Trainable: true,
            Start.Weight,
            Sizes.Clamped(inputs[0].C / spec.Groups, Seen(window.KernelY, window.StrideY), Seen(window.KernelX, window.StrideX)),
            Sizes.Clamped(groupFilters, window.KernelY, window.KernelX));
        return spec.Bias ? new[] { weight, ParameterDeclaration.Bias(spec.Filters) } : new[] { weight };
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        ConvTransposeSpec spec = (ConvTransposeSpec)node.Spec;
        return Sizes.Product(inputs[0].Size, spec.Filters / spec.Groups, spec.Window.KernelY, spec.Window.KernelX);
    }

    /// <summary>What an image's pixels reach together before the padding is taken off.</summary>
    private static long Spread(int size, int kernel, int stride, int dilation) =>
        ((long)stride * (size - 1)) + ((long)dilation * (kernel - 1)) + 1;

    private static long Seen(int kernel, int stride) => ((long)kernel + stride - 1) / stride;
}
