using System.Text.RegularExpressions;
using NetGen.Images;
using Shouldly;

namespace NetGen.Reports.Tests;

public sealed partial class NetworkTests
{
    [Fact]
    public void Layers_HaveTheirFigures()
    {
        Report report = new("report");
        report.AddLayers(TinyNet.Info);

        string[][] rows = Page.Rows(report.ToHtml(), "Layers");

        // 4 × 3 × 9 weights and 4 biases, each weight at 8 × 8 places.
        rows.Single(r => r[0] == "conv1")[1..].ShouldBe(["Conv(4, 3, Pad = 1)", "4×8×8", "112", "6,912"]);
        rows.Single(r => r[0] == "dense1")[2..].ShouldBe(["3", "195", "192"]);
        rows[^1].ShouldBe(["total", "", "3", "307", "7,104"]);
    }

    [Fact]
    public void Filters_AreScaledEach()
    {
        using TinyNet net = new(seed: 1);
        Span<float> weights = net.Parameters["conv1.weight"].Edit();
        weights[..27].Fill(0);
        weights[0] = -2;
        weights[9] = 2;
        Report report = new("report");

        report.AddFilters(net).ShouldBeTrue();

        string section = Page.Section(report.ToHtml(), "First-layer filters");
        Picture[] filters = Pictures(section);
        filters.Length.ShouldBe(4);
        filters.ShouldAllBe(f => f.Width == 3 && f.Height == 3);

        // Red of the first pixel is the smallest weight, green the largest, all others are half-way.
        filters[0].Bytes[..9].ToArray().ShouldBe([0, 128, 128, 128, 128, 128, 128, 128, 128]);
        filters[0].Bytes[9].ShouldBe((byte)255);
        section.ShouldContain("conv1.weight (4, 3, 3, 3)");
        section.ShouldContain("filter 0: -2 to 2");
    }

    [Fact]
    public void FiltersOfTwoChannels_AreBesideEachOther_AndManyAreCutWithAWord()
    {
        using TwoChannelNet net = new(seed: 1);
        Span<float> weights = net.Parameters["conv1.weight"].Edit();
        ((float[])[0, 1, 2, 3, 4, 5, 6, 7]).CopyTo(weights);
        Report report = new("report");

        report.AddFilters(net);

        string section = Page.Section(report.ToHtml(), "First-layer filters");
        Picture[] filters = Pictures(section);
        filters.Length.ShouldBe(256);
        section.ShouldContain("the first 256 of 300");
        filters[0].Width.ShouldBe(4);

        // Rows 0 1 | 4 5 and 2 3 | 6 7, of 7 parts of 255.
        filters[0].ToGrey().Bytes.ToArray().ShouldBe([0, 36, 146, 182, 73, 109, 219, 255]);
    }

    [Fact]
    public void WithoutAConvolution_ThereAreNoFilters()
    {
        using LineNet net = new(seed: 1);
        Report report = new("report");
        report.AddFilters(net).ShouldBeFalse();
        Page.Sections(report.ToHtml()).ShouldBeEmpty();
    }

    [Fact]
    public void Activations_AreTheValuesAtTheTag()
    {
        using TinyNet net = new(seed: 1);
        net.Parameters["conv1.weight"].Edit().Clear();
        Span<float> bias = net.Parameters["conv1.bias"].Edit();
        bias[2] = 1;

        // The third channel sees the red channel's pixel itself.
        net.Parameters["conv1.weight"].Edit()[(2 * 27) + 4] = 1;
        TensorDataset images = Samples.Images(3);
        Report report = new("report") { Mean = [0, 0, 0], Deviation = [1, 1, 1] };

        report.AddActivations(net, "maps", images, [1]);

        string section = Page.Section(report.ToHtml(), "Activations at maps");
        Picture[] pictures = Pictures(section);
        pictures.Length.ShouldBe(1 + 4);
        section.ShouldContain("&lt;b&gt;green&lt;/b&gt;\n#1");
        float[] input = new float[192];
        images.CopyInput(1, input);
        pictures[0].Bytes.ToArray().ShouldBe(input.Select(v => (byte)Math.Clamp(Math.Round(v * 255), 0, 255)));
        pictures[1].Bytes.ToArray().ShouldAllBe(b => b == 0);
        float[] red = input[..64];
        byte[] expected = [.. red.Select(v => (byte)Math.Round((v - (double)red.Min()) / ((double)red.Max() - red.Min()) * 255))];
        pictures[3].ToGrey().Bytes.ToArray().Zip(expected).ShouldAllBe(p => Math.Abs(p.First - p.Second) <= 1);
    }

    [Fact]
    public void Activations_RefuseWhatIsNoImage()
    {
        using TinyNet net = new(seed: 1);
        Report report = new("report");
        Should.Throw<ArgumentException>(() => report.AddActivations(net, "absent", Samples.Images(3), [0])).ParamName.ShouldBe("tag");
        Should.Throw<ArgumentOutOfRangeException>(() => report.AddActivations(net, "maps", Samples.Images(3), [3])).ParamName.ShouldBe("samples");
        TensorDataset rows = TensorDataset.FromRows([[1f, 2f]], [0]);
        Should.Throw<ArgumentException>(() => report.AddActivations(net, "maps", rows, [0])).ParamName.ShouldBe("dataset");
    }

    [Fact]
    public void GradCam_ShowsWhatSpeaksForThePredictionAndForTheLabel()
    {
        using TinyNet net = new(seed: 1);
        foreach (Parameter parameter in net.Parameters)
        {
            parameter.Edit().Clear();
        }

        // The third channel sees the red channel's pixel itself, and the first class's score is the sum of it after pooling; so that class always wins, and nothing speaks for the others.
        net.Parameters["conv1.weight"].Edit()[(2 * 27) + 4] = 1;
        net.Parameters["dense1.weight"].Edit().Slice(2 * 16, 16).Fill(1);
        TensorDataset images = Samples.Images(3);
        Report report = new("report") { Mean = [0, 0, 0], Deviation = [1, 1, 1] };

        report.AddGradCam(net, "maps", images, [0, 1]);

        string section = Page.Section(report.ToHtml(), "Grad-CAM at maps");
        Picture[] pictures = Pictures(section);
        pictures.Length.ShouldBe(2 + 3, "the first image and its map; the second, the map of what it is taken for, and the map of its label");
        section.ShouldContain("<figcaption>for red\nby ");
        float[] input = new float[192];
        images.CopyInput(1, input);
        double score = Enumerable.Range(0, 16).Sum(p => new[] { 0, 1, 8, 9 }.Max(at => (double)input[(p / 4 * 16) + (p % 4 * 2) + at]));
        section.ShouldContain(FormattableString.Invariant($"<figcaption>for &lt;b&gt;green&lt;/b&gt;\nby {100 / (Math.Exp(score) + 2):F1} %\nnothing speaks for it</figcaption>"));

        // By hand: the weight of the third channel is the same everywhere, so the map is the red channel divided by its largest value; the colours are half of the mixture, yellow at 1.
        int brightest = Array.IndexOf(input, input[..64].Max(), 0, 64);
        double[] yellow = [.. Enumerable.Range(0, 64).Select(i => Colour(0, i) + Colour(1, i) - Colour(2, i))];
        Array.IndexOf(yellow, yellow.Max()).ShouldBe(brightest);
        Enumerable.Range(0, 192).Select(i => Math.Abs(Colour(i / 64, i % 64, 4) - Colour(i / 64, 0, 4))).Max().ShouldBeLessThanOrEqualTo(2, "a map of zeros has one colour");

        double Colour(int channel, int pixel, int picture = 3) => (2 * pictures[picture].Bytes[(channel * 64) + pixel]) - (255 * (double)input[(channel * 64) + pixel]);
    }

    [Fact]
    public void GradCam_RefusesWhatIsNoImage()
    {
        using TinyNet net = new(seed: 1);
        Report report = new("report");
        Should.Throw<ArgumentException>(() => report.AddGradCam(net, "absent", Samples.Images(3), [0])).ParamName.ShouldBe("tag");
        Should.Throw<ArgumentOutOfRangeException>(() => report.AddGradCam(net, "maps", Samples.Images(3), [3])).ParamName.ShouldBe("samples");
        TensorDataset rows = TensorDataset.FromRows([[1f, 2f]], [0]);
        Should.Throw<ArgumentException>(() => report.AddGradCam(net, "maps", rows, [0])).ParamName.ShouldBe("dataset");
    }

    [Fact]
    public void Mistakes_AreThePicturesThatAreWrong()
    {
        Report report = new("report");
        report.AddMistakes([new MistakenSample(4, 1, 0, 0.01, 0.975, 4.25), new MistakenSample(2, 2, 2, 0.4, 0.4, 0.9)], Samples.Images(6));

        string section = Page.Section(report.ToHtml(), "Most mistaken");
        Pictures(section).Length.ShouldBe(1);
        section.ShouldContain("<figcaption>&lt;b&gt;green&lt;/b&gt; → red\nby 97.5 %, loss 4.25\n#4</figcaption>");

        TensorDataset rows = TensorDataset.FromRows([[1f, 2f], [3f, 4f]], [0, 1]);
        report.AddMistakes([new MistakenSample(1, 1, 0, 0.25, 0.75, 1.38629)], rows);
        Page.Rows(report.ToHtml(), "Most mistaken")[1].ShouldBe(["#1", "class 1", "class 0", "75.00 %", "25.00 %", "1.3863"]);
        Should.Throw<ArgumentOutOfRangeException>(() => report.AddMistakes([new MistakenSample(2, 1, 0, 0, 1, 9)], rows)).ParamName.ShouldBe("mistakes");
    }

    [Fact]
    public void Pictures_KeepTheirPixels()
    {
        ReportPicture rgb = ReportPicture.FromRgb(2, 1, [1, 2, 3, 4, 5, 6], "two pixels");
        (rgb.Width, rgb.Height).ShouldBe((2, 1));
        rgb.Picture.Bytes.ToArray().ShouldBe([1, 4, 2, 5, 3, 6]);
        ReportPicture.FromFloats([0, 1, 0.5f], [3, 1, 1], "one").Picture.Bytes.ToArray().ShouldBe([0, 255, 128]);
        ReportPicture.FromScaled([-1, float.NaN, 3, 1], [1, 2, 2], "scaled").Picture.Bytes.ToArray().ShouldBe([0, 0, 255, 128]);
        ReportPicture.FromScaled([5, 5], [1, 1, 2], "level").Picture.Bytes.ToArray().ShouldBe([0, 0]);
        Should.Throw<ArgumentException>(() => ReportPicture.FromRgb(2, 2, [1, 2, 3], "few")).Message.ShouldContain("expected 12 bytes for 2×2 pixels, actual 3");
        Should.Throw<ArgumentNullException>(() => new ReportPicture(null!, "none"));

        Report report = new("report");
        report.AddPictures("Overlays", [rgb, ReportPicture.FromRgb(1, 1, [9, 9, 9], "grey")]);
        Picture[] pictures = Pictures(Page.Section(report.ToHtml(), "Overlays"));
        pictures.Select(p => p.Width).ShouldBe([2, 1]);
        pictures[0].Bytes.ToArray().ShouldBe([1, 4, 2, 5, 3, 6]);
    }

    private static Picture[] Pictures(string html) =>
        [.. DataUris().Matches(html).Select(m => Picture.Decode(Convert.FromBase64String(m.Groups[1].Value), "of the page"))];

    [GeneratedRegex("src=\"data:image/png;base64,([^\"]*)\"")]
    private static partial Regex DataUris();
}
