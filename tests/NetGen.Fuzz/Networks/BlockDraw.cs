using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Draws uses of the built-in blocks, each with the layers that it stands for.</summary>
internal static class BlockDraw
{
    public static BlockStep Draw(Dice dice)
    {
        int filters = dice.Between(1, 18);
        int stride = dice.OneOf(1, 1, 2, 3);
        string strideText = stride == 1 ? "" : $", Stride = {stride}";
        switch (dice.Below(4))
        {
            case 0:
                return Block("ResBlock", "", Res);
            case 1:
                return Block("BasicBlock", $"{filters}{strideText}", v => Basic(v, filters, stride));
            case 2:
                filters = dice.Between(1, 6);
                bool first = dice.Chance(40);
                return Block("BottleneckBlock", $"{filters}{strideText}{(first ? ", StrideFirst = true" : "")}", v => Bottleneck(v, filters, stride, first));
            default:
                int[] sizes = [.. Enumerable.Range(0, 6).Select(_ => dice.Between(1, 9))];
                bool norm = dice.Chance(40);
                return Block("Inception", string.Join(", ", sizes) + (norm ? ", BatchNorm = true" : ""), _ => [.. Inception(sizes, norm)]);
        }
    }

    private static BlockStep Block(string kind, string arguments, Func<Value, IReadOnlyList<Step>> layers) => new(kind, arguments, v => v.IsVector ? null : layers(v));

    private static IReadOnlyList<Step> Res(Value value) =>
    [
        new TagStep("input"),
        ConvolutionDraw.Plain(value.C, 3), Norm(), ActivationDraw.ReLU(),
        ConvolutionDraw.Plain(value.C, 3),
        new JoinStep(Join.Add, "input"), Norm(), ActivationDraw.ReLU(),
    ];

    private static IReadOnlyList<Step> Basic(Value value, int filters, int stride) =>
    [
        new TagStep("input"),
        ConvolutionDraw.Plain(filters, 3, stride), Norm(), ActivationDraw.ReLU(),
        ConvolutionDraw.Plain(filters, 3), Norm(),
        .. Shortcut(stride > 1 || value.C != filters, filters, stride),
        ActivationDraw.ReLU(),
    ];

    private static IReadOnlyList<Step> Bottleneck(Value value, int filters, int stride, bool first) =>
    [
        new TagStep("input"),
        ConvolutionDraw.Plain(filters, 1, first ? stride : 1), Norm(), ActivationDraw.ReLU(),
        ConvolutionDraw.Plain(filters, 3, first ? 1 : stride), Norm(), ActivationDraw.ReLU(),
        ConvolutionDraw.Plain(filters * 4, 1), Norm(),
        .. Shortcut(stride > 1 || value.C != filters * 4, filters * 4, stride),
        ActivationDraw.ReLU(),
    ];

    private static IEnumerable<Step> Shortcut(bool projects, int filters, int stride) => projects
        ? [new TagStep("residual"), new FromStep("input"), ConvolutionDraw.Plain(filters, 1, stride), Norm(), new JoinStep(Join.Add, "residual")]
        : [new JoinStep(Join.Add, "input")];

    private static IEnumerable<Step> Inception(int[] sizes, bool norm)
    {
        IEnumerable<Step> Unit(int filters, int kernel, string name) =>
        [
            ConvolutionDraw.Plain(filters, kernel, name: name),
            .. norm ? [Norm() with { Name = name + "_norm" }] : Array.Empty<Step>(),
            ActivationDraw.ReLU(),
        ];

        LayerStep pool = new("MaxPool", "", _ => new PlainPool { Max = true, Kernel = (3, 3), Stride = (1, 1), Pad = (1, 1) });
        return
        [
            new TagStep("input"), .. Unit(sizes[0], 1, "branch1"), new TagStep("branch1"),
            new FromStep("input"), .. Unit(sizes[1], 1, "branch3_reduce"), .. Unit(sizes[2], 3, "branch3"), new TagStep("branch3"),
            new FromStep("input"), .. Unit(sizes[3], 1, "branch5_reduce"), .. Unit(sizes[4], 5, "branch5"), new TagStep("branch5"),
            new FromStep("input"), pool, .. Unit(sizes[5], 1, "branch_pool"), new TagStep("branch_pool"),
            new FromStep("branch1"), new JoinStep(Join.Concat, "branch3", "branch5", "branch_pool"),
        ];
    }

    private static LayerStep Norm() => new("BatchNorm", "", _ => new PlainBatchNorm());
}
