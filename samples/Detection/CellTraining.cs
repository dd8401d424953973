using NetGen;

namespace Detection;

/// <summary>The training of both stages at once: each step takes the first stage's proposals as they are, and gives the losses of both.</summary>
internal sealed class CellTraining(CellDetector net, IReadOnlyList<CellImage> images, DetectionOptions options)
{
    private const int ImageSize = 3 * BloodCells.Height * BloodCells.Width;

    private readonly AdamW _optimizer = DetectionRun.MakeOptimizer();
    private readonly RegionLoss _loss = new(DetectionRun.StepImages);
    private readonly Detector _detector = new(net);
    private readonly WindowProposals _windows = new();
    private readonly float[] _inputs = new float[DetectionRun.StepImages * CellDetector.Info.InputSize];

    /// <summary>All epochs; false where it was cancelled.</summary>
    public bool Run(CancellationToken cancellation)
    {
        EpochOrder order = new(images.Count, DetectionRun.StepImages, (ulong)options.Seed);
        StepLoop loop = new("detector", ["loss"], options.Epochs, order.Steps, DetectionRun.StepImages);
        OneCycleSchedule schedule = new(DetectionRun.LargestRate, rise: 0.1);
        SavedState state = new(options.Out, FormattableString.Invariant(
            $"{(options.Data is null ? "drawn cells" : "blood cells")}, {images.Count} pictures, proposals of {(options.Proposals == ProposalKind.Network ? "the network" : "windows")}, {options.Epochs} epochs, seed {options.Seed}"));
        state.Add("model", net);
        state.Add("optimizer", _optimizer, net.Parameters);
        return loop.Run(
            state,
            (number, figures) =>
            {
                _optimizer.LearningRate = schedule.Rate(number, loop.Steps, order.Steps);
                figures[0] = Step(number, order.Batch(number));
            },
            epochEnded: null,
            cancellation);
    }

    private double Step(long number, ReadOnlySpan<int> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            RandomSource random = new((ulong)options.Seed, (int)number + 1, i);
            Span<float> input = _inputs.AsSpan(i * CellDetector.Info.InputSize, CellDetector.Info.InputSize);
            LabelledBox[] cells = Turned(images[samples[i]], input[..ImageSize], ref random);
            IReadOnlyList<BoundingBox> proposals = options.Proposals == ProposalKind.Network ? _detector.Propose(input[..ImageSize]) : _windows.Find(input[..ImageSize]);
            _loss.Anchors[i].Assign(NetworkProposals.Anchors, cells, ref random);
            _loss.Regions[i].Assign(proposals, cells, input[ImageSize..], ref random);
        }

        return net.TrainStep(_inputs, _loss.Compute, _optimizer).Loss;
    }

    /// <summary>The picture, mirrored across and down by chance, and brighter or darker; cells move along.</summary>
    private static LabelledBox[] Turned(CellImage image, Span<float> pixels, ref RandomSource random)
    {
        Pixels.Write(image.Picture, pixels);
        bool across = random.Next(2) == 0;
        bool down = random.Next(2) == 0;
        float brightness = 0.4f * (random.NextSingle() - 0.5f);
        for (int row = 0; row < 3 * BloodCells.Height; row++)
        {
            if (across)
            {
                pixels.Slice(row * BloodCells.Width, BloodCells.Width).Reverse();
            }
        }

        for (int channel = 0; channel < 3 && down; channel++)
        {
            // Backwards as a whole, and each row back again.
            Span<float> plane = pixels.Slice(channel * BloodCells.Height * BloodCells.Width, BloodCells.Height * BloodCells.Width);
            plane.Reverse();
            for (int row = 0; row < BloodCells.Height; row++)
            {
                plane.Slice(row * BloodCells.Width, BloodCells.Width).Reverse();
            }
        }

        foreach (ref float pixel in pixels)
        {
            pixel += brightness;
        }

        return
        [
            .. image.Cells.Select(c =>
            {
                BoundingBox box = across ? c.Box.FlipHorizontally(BloodCells.Width) : c.Box;
                return c with { Box = down ? box with { Top = BloodCells.Height - box.Bottom, Bottom = BloodCells.Height - box.Top } : box };
            }),
        ];
    }
}
