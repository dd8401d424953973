using Shouldly;

namespace NetGen.Tests.Explaining;

/// <summary>
/// Heat maps. PyTorch's figures are from torch 1.13 in double precision: the same layers in <c>eval()</c>, <c>y[image, class].backward()</c>, then
/// <c>w = a.grad[image].mean((1, 2))</c>, <c>cam = relu((w[:, None, None] * a[image]).sum(0))</c>, <c>cam / cam.max()</c>, and <c>interpolate(…, (3, 7), mode='bilinear',
/// align_corners=False)</c>. Parameters (in the order of the model's) and images are the numbers of <see cref="Numbers"/>.
/// </summary>
public sealed class GradCamTests
{
    private static readonly float[] s_first =
    [
        0.765631f, 0.845297f, 0.869527f, 0.755967f, 0.856308f, 0.895261f, 1f, 0.749525f, 0.961878f, 0.982204f, 0.871295f, 0.767894f, 0.870169f, 0.999599f, 0.993631f, 0.914178f,
    ];

    [Fact]
    public void Maps_ArePyTorchs()
    {
        using ExplainedNet model = Make();
        float[] images = Numbers(2 * ExplainedNet.InputSize, 50, 0, 1);

        HeatMap map = GradCam.HeatMap(model, "last", images.AsSpan(0, ExplainedNet.InputSize), 2);
        HeatMap other = GradCam.HeatMap(model, "last", images.AsSpan(0, ExplainedNet.InputSize), 1);

        (map.Height, map.Width).ShouldBe((4, 4));
        map.Peak.ShouldBe(0.01719726621339244, 1e-7);
        map.Values.ToArray().ShouldBe(s_first, 2e-5);
        other.Peak.ShouldBe(0.024330414749826158, 1e-7);
        other.Values.ToArray().ShouldBe(
            [0.930852f, 0.846924f, 0.958744f, 0.974123f, 0.93507f, 0.839401f, 0.915591f, 0.950512f, 0.955601f, 0.915425f, 0.836379f, 0.964119f, 0.858047f, 0.954427f, 0.882507f, 1f],
            2e-5);
    }

    /// <summary>In PyTorch the map of the second image for class 0 is zero everywhere.</summary>
    [Fact]
    public void Maps_OfSeveralImages_AreEachTheirOwn_AndZeroStaysZero()
    {
        using ExplainedNet model = Make();
        float[] images = Numbers(2 * ExplainedNet.InputSize, 50, 0, 1);

        IReadOnlyList<HeatMap> maps = GradCam.HeatMaps(model, "last", images, [2, 0]);

        maps.Count.ShouldBe(2);
        maps[0].Values.ToArray().ShouldBe(s_first, 2e-5);
        maps[1].Values.ToArray().ShouldAllBe(v => v == 0);
        maps[1].Peak.ShouldBe(0);
        maps[1].Resize(2, 3).Values.ToArray().ShouldAllBe(v => v == 0);
    }

    [Fact]
    public void Resize_IsPyTorchsBilinear()
    {
        using ExplainedNet model = Make();

        HeatMap map = GradCam.HeatMap(model, "last", Numbers(2 * ExplainedNet.InputSize, 50, 0, 1).AsSpan(0, ExplainedNet.InputSize), 2).Resize(3, 7);

        (map.Height, map.Width).ShouldBe((3, 7));
        map.Values.ToArray().ShouldBe(
            [
                0.780744f, 0.806773f, 0.848419f, 0.872449f, 0.881531f, 0.8036f, 0.754893f, 0.909093f, 0.919679f, 0.936616f, 0.93719f, 0.923009f, 0.821902f, 0.75871f, 0.885454f, 0.925185f, 0.988754f,
                0.984971f, 0.967281f, 0.919599f, 0.889797f,
            ],
            2e-5);
        map.Resize(3, 7).Values.ToArray().ShouldBe(map.Values.ToArray());
        Should.Throw<ArgumentOutOfRangeException>(() => map.Resize(0, 7)).ParamName.ShouldBe("height");
        Should.Throw<ArgumentOutOfRangeException>(() => map.Resize(3, -1)).ParamName.ShouldBe("width");
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        using ExplainedNet model = Make();
        using ExplainedSegmenter segmenter = new(1);
        float[] image = new float[ExplainedNet.InputSize];

        Should.Throw<ArgumentException>(() => GradCam.HeatMap(model, "last", image.AsSpan(1), 0)).Message.ShouldBe("expected 192 values (1 × 192 images), actual 191 (Parameter 'image')");
        Should.Throw<ArgumentOutOfRangeException>(() => GradCam.HeatMap(model, "last", image, 4)).Message.ShouldStartWith("expected a class from 0 to 3, actual 4 (Parameter 'classIndex')");
        Should.Throw<ArgumentOutOfRangeException>(() => GradCam.HeatMaps(model, "last", image, [-1])).ParamName.ShouldBe("classIndices");
        Should.Throw<ArgumentException>(() => GradCam.HeatMaps(model, "last", [], [])).Message.ShouldBe("expected a class for each of one or more images, actual none (Parameter 'classIndices')");
        Should.Throw<ArgumentException>(() => GradCam.HeatMaps(model, "last", image, [0, 1])).ParamName.ShouldBe("images");
        Should.Throw<ArgumentException>(() => GradCam.HeatMap(model, "vector", image, 0)).Message.ShouldBe("expected a tag at an image (channels, height, width), actual \"vector\" at (28) (Parameter 'tag')");
        Should.Throw<ArgumentException>(() => GradCam.HeatMap(model, "small", image, 0)).Message
            .ShouldBe("expected a tag of ExplainedNet that has a gradient, actual \"small\": declare it as [Tag(\"small\", Gradient = true)] (Parameter 'tag')");
        Should.Throw<ArgumentException>(() => GradCam.HeatMap(segmenter, "hidden", new float[32], 0)).Message
            .ShouldBe("expected a model with a score for each class, actual outputs of (2, 4, 4): FeatureGradients takes gradients of any outputs (Parameter 'model')");
        Should.Throw<ArgumentNullException>(() => GradCam.HeatMap(null!, "last", image, 0)).ParamName.ShouldBe("model");
        Should.Throw<ArgumentNullException>(() => GradCam.HeatMap(model, null!, image, 0)).ParamName.ShouldBe("tag");
    }

    [Fact]
    public void WhatIsNoNumber_IsShown()
    {
        using ExplainedNet model = Make();
        float[] image = new float[ExplainedNet.InputSize];
        image[5] = float.NaN;

        Should.Throw<ArithmeticException>(() => GradCam.HeatMap(model, "last", image, 0)).Message.ShouldStartWith("expected a heat map of numbers, actual NaN");
    }

    /// <summary>A model whose parameters are such numbers.</summary>
    private static ExplainedNet Make()
    {
        ExplainedNet model = new(1) { Threads = 2 };
        for (int i = 0; i < model.Parameters.Count; i++)
        {
            Parameter parameter = model.Parameters[i];
            (double low, double high) = parameter.Path.EndsWith("running_var", StringComparison.Ordinal) ? (0.5, 1.5) : (-0.4, 0.4);
            Numbers(parameter.Length, i, low, high).CopyTo(parameter.Edit());
        }

        return model;
    }

    /// <summary>low + (high − low) · ((37 i + 11 place) mod 101) / 100 for i from 0 on.</summary>
    private static float[] Numbers(int count, int place, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(low + ((high - low) * (((37 * i) + (11 * place)) % 101) / 100)))];
}
