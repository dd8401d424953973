using NetGen;

namespace Detection;

/// <summary>Trains, examines on the test set, and shows what came of it.</summary>
internal static class DetectionRun
{
    public const int CellEpochs = 80;
    public const int DrawnEpochs = 12;

    private const int BatchSize = 4;
    private const float Rate = 1e-3f;
    private const float Decay = 1e-2f;
    private const int Shown = 4;

    public static int Run(DetectionOptions options)
    {
        CellSets sets = options.Data is null ? DrawnCells.Make(options.Seed) : BloodCells.Load(options.Data);
        Directory.CreateDirectory(options.Out);
        using Interruption interruption = new();
        using CellDetector net = new((ulong)options.Seed) { Threads = options.Threads };
        Console.WriteLine(FormattableString.Invariant(
            $"{(options.Data is null ? "drawn cells" : "blood cells")}: {sets.Train.Count} pictures to train with, {sets.Test.Count} to test with; {CellDetector.ParameterCount} parameters, {options.Threads} threads"));
        CellTraining training = new(net, sets.Train, options);
        if (!training.Run(interruption.Token))
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        (string weights, string picture) = (Path.Combine(options.Out, "detector.safetensors"), Path.Combine(options.Out, "found.png"));
        net.Save(weights);
        (VocAveragePrecision voc, CocoAveragePrecision coco, List<DetectedBox[]> found) = Examine(net, sets.Test, options.Proposals);
        CellPictures.Save(sets.Test, found, Shown, picture);
        Console.WriteLine($"weights in {weights}; {picture}: true boxes on the left, found ones on the right");
        for (int label = 0; label < CellDetector.Classes; label++)
        {
            Console.WriteLine(FormattableString.Invariant($"{sets.Classes[label],12}  AP50 {voc.Of(label):F4}"));
        }

        Console.WriteLine(FormattableString.Invariant($"COCO's AP {coco.Value:F4}, AP75 {coco.Ap75:F4}"));
        Console.WriteLine(FormattableString.Invariant($"AP50 {voc.Value:F4}"));
        return 0;
    }

    public static AdamW MakeOptimizer() => new(Rate) { WeightDecay = Decay, DecayBiasesAndNorms = false };

    public static int StepImages => BatchSize;

    public static float LargestRate => Rate;

    private static (VocAveragePrecision Voc, CocoAveragePrecision Coco, List<DetectedBox[]> Found) Examine(CellDetector net, IReadOnlyList<CellImage> images, ProposalKind kind)
    {
        VocAveragePrecision voc = new(CellDetector.Classes);
        CocoAveragePrecision coco = new(CellDetector.Classes);
        Detector detector = new(net);
        WindowProposals windows = new();
        List<DetectedBox[]> found = [];
        float[] pixels = new float[3 * BloodCells.Height * BloodCells.Width];
        foreach (CellImage image in images)
        {
            Pixels.Write(image.Picture, pixels);
            DetectedBox[] boxes = detector.Detect(pixels, kind == ProposalKind.Network ? detector.Propose(pixels) : windows.Find(pixels));
            voc.Add(boxes, image.Cells);
            coco.Add(boxes, image.Cells);
            found.Add(boxes);
        }

        return (voc, coco, found);
    }
}
