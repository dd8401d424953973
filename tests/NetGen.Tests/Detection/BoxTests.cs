using Shouldly;

namespace NetGen.Tests.Detection;

/// <summary>Boxes by themselves and many at a time; figures of torchvision 0.14.1 for the same boxes where it has the same.</summary>
public sealed class BoxTests
{
    [Fact]
    public void ABox_HasSidesAndAnArea()
    {
        BoundingBox box = new(1, 2, 4, 8);

        (box.Width, box.Height, box.Area, box.CenterX, box.CenterY, box.IsEmpty).ShouldBe((3, 6, 18.0, 2.5f, 5, false));
        BoundingBox.FromCenter(2.5f, 5, 3, 6).ShouldBe(box);
        BoundingBox.FromSize(1, 2, 3, 6).ShouldBe(box);
        box.FlipHorizontally(10).ShouldBe(new BoundingBox(6, 2, 9, 8));
        box.ClipTo(3, 5).ShouldBe(new BoundingBox(1, 2, 3, 5));
        new BoundingBox(12, 2, 15, 8).ClipTo(10, 10).IsEmpty.ShouldBeTrue();
        (new BoundingBox(4, 2, 1, 8).IsEmpty, new BoundingBox(4, 2, 1, 8).Area, new BoundingBox(float.NaN, 0, 1, 1).IsEmpty).ShouldBe((true, 0, true));
    }

    [Theory]
    [InlineData(0, 0, 10, 10, 1)]
    [InlineData(5, 0, 15, 10, 50 / 150.0)]
    [InlineData(5, 5, 15, 15, 25 / 175.0)]
    [InlineData(2, 2, 4, 4, 0.04)]
    [InlineData(10, 0, 20, 10, 0)]
    [InlineData(30, 30, 20, 20, 0)]
    public void IoU_IsTheCommonPartOfBoth(float left, float top, float right, float bottom, double expected)
    {
        BoundingBox box = new(left, top, right, bottom);
        BoundingBox square = new(0, 0, 10, 10);

        square.IoU(box).ShouldBe(expected, 1e-15);
        box.IoU(square).ShouldBe(expected, 1e-15);
        float[] matrix = new float[4];
        Boxes.IoU([square, box], [box, square], matrix);
        matrix.ShouldBe([(float)expected, 1, (float)box.IoU(box), (float)expected]);
    }

    [Theory]
    [InlineData(0.3f, new[] { 23, 47, 16, 40, 64, 9, 33, 57, 2, 26, 50, 43, 67, 12, 60, 5, 29, 53, 70, 39, 8, 1, 49, 18, 66, 59, 4, 14, 62, 31, 55, 0, 65, 20, 30 })]
    [InlineData(0.6f, new[] { 23, 47, 16, 40, 64, 9, 33, 57, 2, 26, 50, 19, 43, 67, 12, 36, 60, 5, 29, 53, 46, 70, 39, 8, 56, 1, 49, 18, 66, 59, 4, 69, 14, 38, 62, 7, 31, 55, 0, 48, 65, 10, 58, 3, 30, 54 })]
    public void NonMaximumSuppression_KeepsWhatTorchvisionKeeps(float threshold, int[] expected)
    {
        DetectedBox[] all = DrawnBoxes.AllDetections;
        all.Length.ShouldBe(71);

        Boxes.NonMaximumSuppression([.. all.Select(d => d.Box)], [.. all.Select(d => d.Score)], threshold).ShouldBe(expected);
        Boxes.NonMaximumSuppression([.. all.Select(d => d.Box)], [.. all.Select(d => d.Score)], threshold, most: 7).ShouldBe(expected[..7]);
        Boxes.NonMaximumSuppression([.. all.Select(d => d.Box)], [.. all.Select(d => d.Score)], threshold, most: 71).ShouldBe(expected);
    }

    [Fact]
    public void NonMaximumSuppression_OfClasses_TakesEachByItself()
    {
        DetectedBox[] all = DrawnBoxes.AllDetections;
        int[] expected = [23, 47, 16, 40, 64, 9, 33, 57, 2, 26, 50, 19, 43, 67, 12, 36, 60, 5, 29, 53, 70, 39, 8, 32, 1, 25, 49, 18, 66, 59, 4, 52, 21, 69, 14, 62, 7, 31, 55, 0, 48, 65, 10, 34, 58, 3, 51, 61, 30, 54];

        Boxes.NonMaximumSuppression(all, 0.4f).ShouldBe([.. expected.Select(i => all[i])]);
    }

    [Fact]
    public void NonMaximumSuppression_KeepsTheFirstOfEqualScores()
    {
        BoundingBox box = new(0, 0, 4, 4);

        Boxes.NonMaximumSuppression([box, box, new BoundingBox(9, 9, 12, 12)], [0.5f, 0.5f, 0.7f], 0.5f).ShouldBe([2, 0]);
        Boxes.NonMaximumSuppression([], [], 0.5f).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => Boxes.NonMaximumSuppression([box], [], 0.5f)).Message.ShouldBe("expected a score for each of 1 boxes, actual 0 (Parameter 'scores')");
        Should.Throw<ArgumentException>(() => Boxes.NonMaximumSuppression([box], [float.NaN], 0.5f)).ParamName.ShouldBe("scores");
        Should.Throw<ArgumentOutOfRangeException>(() => Boxes.NonMaximumSuppression([box], [1], 1.5f)).ParamName.ShouldBe("threshold");
        Should.Throw<ArgumentOutOfRangeException>(() => Boxes.NonMaximumSuppression([box], [1], 0.5f, most: 0)).ParamName.ShouldBe("most");
        Should.Throw<ArgumentException>(() => Boxes.IoU([box], [box], new float[2])).ParamName.ShouldBe("overlaps");
    }

    [Fact]
    public void Coder_AgreesWithTorchvision()
    {
        BoxCoder coder = new((10, 10, 5, 5));
        BoundingBox reference = new(10, 20, 50, 100);
        float[] code = new float[4];

        coder.Encode(new BoundingBox(14, 16, 44, 120), reference, code);

        code.ShouldBe([-0.25f, 1, -1.4384104f, 1.3118212f], 1e-6);
        BoundingBox back = coder.Decode(code, reference);
        (back.Left, back.Top).ShouldBe((14, 16), new Near(1e-5f));
        (back.Right, back.Bottom).ShouldBe((44, 120), new Near(1e-4f));

        // The last number asks for 30 / 5 powers of e, of which ln 62.5 are given.
        BoundingBox most = coder.Decode([1, -2, 0.5f, 30], reference);
        (most.Left, most.Right).ShouldBe((11.896580f, 56.103420f), new Near(1e-5f));
        (most.Top, most.Bottom).ShouldBe((-2456, 2544), new Near(1e-2f));
        Should.Throw<ArgumentException>(() => coder.Encode(reference, default, code)).Message.ShouldBe("expected a box with sides over 0, actual 0 × 0 (Parameter 'reference')");
        Should.Throw<ArgumentException>(() => coder.Decode(new float[3], reference)).ParamName.ShouldBe("code");
        Should.Throw<ArgumentOutOfRangeException>(() => new BoxCoder((1, 0, 1, 1))).ParamName.ShouldBe("weights");
    }

    [Fact]
    public void Anchors_AreTorchvisions()
    {
        AnchorGrid grid = new([32, 100], [0.5f, 1, 2]);
        BoundingBox[] cell =
        [
            new(-23, -11, 23, 11), new(-71, -35, 71, 35), new(-16, -16, 16, 16), new(-50, -50, 50, 50), new(-11, -23, 11, 23), new(-35, -71, 35, 71),
        ];

        BoundingBox[] anchors = grid.For(2, 3, 16);

        grid.PerPlace.ShouldBe(6);
        anchors.Length.ShouldBe(36);
        anchors[..6].ShouldBe(cell);
        anchors[6].ShouldBe(new BoundingBox(-7, -11, 39, 11));
        anchors[^1].ShouldBe(new BoundingBox(-3, -55, 67, 87));
        Should.Throw<ArgumentException>(() => new AnchorGrid([], [1])).ParamName.ShouldBe("sizes");
        Should.Throw<ArgumentOutOfRangeException>(() => new AnchorGrid([1], [-1])).ParamName.ShouldBe("ratios");
        Should.Throw<ArgumentOutOfRangeException>(() => grid.For(0, 1, 1)).ParamName.ShouldBe("height");
    }

    /// <summary>Squares of 60 pixels every 20, against the second image's boxes; the third of those is far smaller, so that only <c>keepBest</c> gives it any.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Matches_AreTorchvisions(bool keepBest)
    {
        BoundingBox[] truth = [.. DrawnBoxes.Images[1].Truth.Select(t => t.Box)];
        BoundingBox[] squares = [.. from y in Enumerable.Range(0, 10) from x in Enumerable.Range(0, 10) select BoundingBox.FromSize(20 * x, 20 * y, 60, 60)];
        int[] expected = [.. Enumerable.Repeat(BoxMatcher.Background, 100)];
        (expected[20], expected[30], expected[37], expected[46], expected[47], expected[48], expected[57]) = (1, 1, 0, 0, 0, 0, 0);
        foreach (int between in (int[])[21, 31, 36, 38, 56, 58, 67])
        {
            expected[between] = BoxMatcher.Between;
        }

        if (keepBest)
        {
            foreach (int best in (int[])[61, 62, 63, 71, 72, 73, 81, 82, 83])
            {
                expected[best] = 2;
            }
        }

        int[] matches = new int[100];
        new BoxMatcher(0.35f, 0.2f, keepBest).Match(truth, squares, matches);

        matches.ShouldBe(expected);
        new BoxMatcher(0.5f, 0.5f, keepBest).Match([], squares, matches);
        matches.ShouldAllBe(m => m == BoxMatcher.Background);
        Should.Throw<ArgumentOutOfRangeException>(() => new BoxMatcher(0.5f, 0.6f)).ParamName.ShouldBe("backgroundThreshold");
        Should.Throw<ArgumentException>(() => new BoxMatcher(0.5f, 0.4f).Match(truth, squares, new int[3])).ParamName.ShouldBe("matches");
    }

    /// <summary>Pairs that differ by little.</summary>
    private sealed class Near(float tolerance) : IEqualityComparer<(float, float)>
    {
        public bool Equals((float, float) a, (float, float) b) => MathF.Abs(a.Item1 - b.Item1) <= tolerance && MathF.Abs(a.Item2 - b.Item2) <= tolerance;

        public int GetHashCode((float, float) pair) => 0;
    }
}
