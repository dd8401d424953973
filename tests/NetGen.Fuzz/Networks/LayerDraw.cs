using System.Globalization;
using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Draws layers of one input, with arguments that mostly fit it.</summary>
internal static class LayerDraw
{
    private static readonly string[] s_anywhere =
    [
        "ReLU", "ReLU6", "LeakyReLU", "PReLU", "ELU", "GELU", "SiLU", "Sigmoid", "Tanh", "HardSwish", "Softplus", "Softmax", "LogSoftmax",
        "BatchNorm", "GroupNorm", "LayerNorm", "LocalResponseNorm", "Dropout", "PadChannels", "Reshape",
    ];

    private static readonly string[] s_images =
    [
        "Conv", "Conv", "Conv", "Conv", "Conv", "Conv", "DepthwiseConv", "DepthwiseConv", "DepthwiseConv", "ConvTranspose", "ConvTranspose", "ConvTranspose", "MaxPool", "MaxPool",
        "AvgPool", "AvgPool", "AdaptiveAvgPool", "Upsample", "Upsample", "PixelShuffle", "InstanceNorm", "ReflectionPad", "ReplicationPad", "ZeroPad", "Crop", "Slice", "GlobalAvgPool", "GlobalMaxPool", "Flatten",
    ];

    private static readonly string[] s_vectors = ["Dense", "Dense", "Dense", "Dense", "Dense", "RadialBasis", "Slice", "Flatten", "Reshape"];

    public static LayerStep Draw(Dice dice, Value value)
    {
        string kind = dice.Chance(45) ? dice.OneOf(s_anywhere) : dice.OneOf(value.IsVector ? s_vectors : s_images);
        return kind switch
        {
            "Conv" or "DepthwiseConv" or "ConvTranspose" => ConvolutionDraw.Draw(dice, kind, value),
            "Dense" => Dense(dice.Chance(2) && value.C > 100 ? (300_000 / value.C) + dice.Below(9) : dice.Between(1, 40), dice.Chance(80)),
            "RadialBasis" => RadialBasis(dice.Between(1, 20), dice.Chance(80)),
            "MaxPool" or "AvgPool" => Pool(dice, kind == "MaxPool"),
            "BatchNorm" => new LayerStep(kind, dice.Chance(70) ? "" : $"Momentum = {Text(dice.OneOf(0.25f, 1f))}", _ => new PlainBatchNorm()),
            "GroupNorm" => GroupNorm(dice, value),
            "LayerNorm" => new LayerStep(kind, "", _ => new PlainGroupNorm(1, perValue: true)),
            "LocalResponseNorm" => LocalResponseNorm(dice),
            "Dropout" => Dropout(dice.OneOf(0f, 0f, 0.3f)),
            "PadChannels" => PadChannels(dice.Between(0, 5), dice.Between(0, 17)),
            "Reshape" => Reshape(dice, value),
            "Flatten" => new LayerStep(kind, "", v => new PlainReshape(new PlainShape(v.Shape.Size, 1, 1)), IsVector: true),
            "AdaptiveAvgPool" => AdaptiveAvgPool(dice.Between(1, 8), dice.Between(1, 8)),
            "Upsample" => Upsample(dice.Between(1, 3), dice.Chance(50)),
            "ReflectionPad" => Edge(kind, dice.Between(0, 3), PlainResampling.Reflection),
            "ReplicationPad" => Edge(kind, dice.Between(0, 3), PlainResampling.Replication),
            "PixelShuffle" => PixelShuffle(dice.OneOf<int>([.. Enumerable.Range(1, 4).Where(s => value.C % (s * s) == 0)])),
            "InstanceNorm" => InstanceNorm(dice.Chance(50)),
            "ZeroPad" => Border(kind, dice.Between(0, 3)),
            "Crop" => Border(kind, -dice.Between(0, 2)),
            "Slice" => Slice(dice, value),
            "GlobalAvgPool" or "GlobalMaxPool" => Global(kind),
            _ => ActivationDraw.Draw(dice, kind),
        };
    }

    public static LayerStep Dense(int units, bool bias = true) =>
        new("Dense", bias ? $"{units}" : $"{units}, Bias = false", v => v.IsVector ? new PlainConv { Filters = units } : null, IsVector: true) { Cost = v => v.C };

    public static LayerStep AdaptiveAvgPool(int h, int w) =>
        new("AdaptiveAvgPool", $"{h}, {w}", v => v.IsVector ? null : PlainResampling.Adaptive(h, w)) { Cost = v => v.Shape.Pixels };

    public static LayerStep Global(string kind) => new(
        kind,
        "",
        v => v.IsVector ? null : new PlainPool { Max = kind == "GlobalMaxPool", Kernel = (v.H, v.W), Stride = (v.H, v.W) },
        IsVector: true)
    { Cost = v => v.Shape.Pixels };

    /// <summary>A float as C# source.</summary>
    public static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";

    private static LayerStep RadialBasis(int units, bool trainable) =>
        new("RadialBasis", trainable ? $"{units}" : $"{units}, Trainable = false", v => v.IsVector ? new PlainRadialBasis(units) : null, IsVector: true) { Cost = v => v.C };

    private static LayerStep Pool(Dice dice, bool max)
    {
        (int Y, int X) kernel = (dice.Between(1, 4), dice.Between(1, 4));
        kernel = dice.Chance(60) ? (kernel.Y, kernel.Y) : kernel;
        (int Y, int X) stride = dice.Chance(50) ? kernel : (dice.Between(1, 4), dice.Between(1, 4));
        (int Y, int X) pad = dice.Chance(50) ? (0, 0) : (dice.Between(0, kernel.Y / 2), dice.Between(0, kernel.X / 2));
        bool ceil = dice.Chance(30);
        bool include = dice.Chance(60);
        string arguments = ConvolutionDraw.WindowText(kernel, stride, pad, dice.Chance(50) ? kernel : (0, 0))
            + (ceil ? ", CeilMode = true" : "") + (max || include ? "" : ", CountIncludePad = false");
        return new LayerStep(
            max ? "MaxPool" : "AvgPool",
            arguments,
            v => v.IsVector || v.H + (2 * pad.Y) < kernel.Y || v.W + (2 * pad.X) < kernel.X ? null
                : new PlainPool { Max = max, Kernel = kernel, Stride = stride, Pad = pad, Ceil = ceil, CountIncludePad = include })
        {
            Cost = _ => kernel.Y * kernel.X,
        };
    }

    private static LayerStep GroupNorm(Dice dice, Value value)
    {
        int groups = dice.OneOf<int>([.. Enumerable.Range(1, value.C).Where(g => value.C % g == 0)]);
        string epsilon = dice.Chance(80) ? "" : ", Epsilon = 0.01f";
        return new LayerStep("GroupNorm", $"{groups}{epsilon}", v => v.C % groups != 0 ? null : new PlainGroupNorm(groups) { Epsilon = epsilon.Length > 0 ? 0.01f : 1e-5f });
    }

    private static LayerStep LocalResponseNorm(Dice dice)
    {
        int size = dice.Between(1, 7);
        (float alpha, float beta, float k) = dice.Chance(50) ? (1e-4f, 0.75f, 1f) : (dice.OneOf(0.5f, 2f), dice.OneOf(0.5f, 0.75f, 1f, 0.3f), dice.OneOf(1f, 2f));
        return new LayerStep("LocalResponseNorm", $"{size}, Alpha = {Text(alpha)}, Beta = {Text(beta)}, K = {Text(k)}", _ => new PlainLocalResponseNorm(size, alpha, beta, k)) { Cost = _ => size };
    }

    private static LayerStep Dropout(float rate) => new("Dropout", Text(rate), _ => new PlainDropout(rate));

    private static LayerStep PadChannels(int before, int after) =>
        new("PadChannels", before == after ? $"{before}" : $"{before}, {after}", _ => new PlainPadChannels(before, after));

    private static LayerStep Reshape(Dice dice, Value value)
    {
        int c = dice.OneOf<int>([.. Enumerable.Range(1, value.Shape.Size).Where(n => value.Shape.Size % n == 0)]);
        int h = dice.OneOf<int>([.. Enumerable.Range(1, value.Shape.Size / c).Where(n => value.Shape.Size / c % n == 0)]);
        PlainShape shape = new(c, h, value.Shape.Size / c / h);
        return new LayerStep("Reshape", $"{shape.Channels}, {shape.Height}, {shape.Width}", v => v.Shape.Size == shape.Size ? new PlainReshape(shape) : null, IsVector: false);
    }

    private static LayerStep Upsample(int scale, bool bilinear) => new(
        "Upsample",
        bilinear ? $"{scale}, Mode = UpsampleMode.Bilinear" : $"{scale}",
        v => v.IsVector ? null : bilinear ? PlainResampling.Bilinear(scale) : PlainResampling.Nearest(scale))
    {
        Cost = v => v.Shape.Pixels,
    };

    private static LayerStep Edge(string kind, int pixels, Func<int, PlainLayer> make) =>
        new(kind, $"{pixels}", v => v.IsVector || (kind == "ReflectionPad" && pixels >= Math.Min(v.H, v.W)) ? null : make(pixels)) { Cost = v => v.Shape.Pixels };

    private static LayerStep PixelShuffle(int scale) =>
        new("PixelShuffle", $"{scale}", v => v.IsVector || v.C % (scale * scale) != 0 ? null : new PlainPixelShuffle(scale)) { Cost = v => v.Shape.Pixels };

    private static LayerStep InstanceNorm(bool affine) =>
        new("InstanceNorm", affine ? "Affine = true" : "", v => v.IsVector ? null : new PlainGroupNorm(v.C) { Affine = affine });

    private static LayerStep Border(string kind, int pixels) =>
        new(kind, $"{Math.Abs(pixels)}", v => v.IsVector || Math.Min(v.H, v.W) + (2 * pixels) < 1 ? null : PlainResampling.Border(pixels)) { Cost = v => v.Shape.Pixels };

    private static LayerStep Slice(Dice dice, Value value)
    {
        int axis = value.IsVector ? 0 : dice.Below(3);
        int size = Size(value, axis);
        int start = dice.Below(size);
        int length = dice.Between(1, size - start);
        string axisText = axis == 0 ? "" : axis == 1 ? ", Axis = SliceAxis.Height" : ", Axis = SliceAxis.Width";
        return new LayerStep("Slice", $"{start}, {length}{axisText}", v => (v.IsVector && axis > 0) || start + length > Size(v, axis) ? null : new PlainSlice(axis, start, length));

        static int Size(Value v, int axis) => axis == 0 ? v.C : axis == 1 ? v.H : v.W;
    }
}
