using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>Trains a network that repaints any picture in one style, by the losses of what it makes (Johnson, Alahi and Fei-Fei 2016).</summary>
internal static class PainterRun
{
    public const int Epochs = 40;
    public const int DrawnEpochs = 10;

    /// <summary>Pictures a step.</summary>
    public const int BatchSize = 4;

    private const float Rate = 0.002f;

    /// <summary>A picture's own style is far from the painting's, so that gradients fall by orders of magnitude at first: their size must be forgotten in a hundred steps, not in a thousand.</summary>
    private const double Memory = 0.99;

    /// <summary>The share of the steps in which the rate falls to 0, at the end.</summary>
    private const double Settle = 0.5;

    public static int Train(PainterOptions options)
    {
        using Interruption interruption = new();
        bool drawn = options.Photographs is null;
        using Scene scene = Scene.Make(options.Photographs, options.Seed, options.Threads);
        TrainingPictures pictures = drawn ? TrainingPictures.Draw(options.Seed, interruption.Token) : TrainingPictures.Load(options.Pictures!, BatchSize, options.Seed, interruption.Token);
        using Model painter = drawn ? new DrawnPainter((ulong)options.Seed) : new PartPainter((ulong)options.Seed);
        using Model whole = drawn ? new DrawnPainter((ulong)options.Seed) : new PhotographPainter((ulong)options.Seed);
        using Model features = drawn ? new DrawnFeatures((ulong)options.Seed) : new PartFeatures((ulong)options.Seed);
        (painter.Threads, whole.Threads, features.Threads) = (options.Threads, options.Threads, options.Threads);
        if (options.Photographs is { } files)
        {
            PretrainedWeights.Load(features, files.Weights);
        }

        Directory.CreateDirectory(options.Out);
        Console.WriteLine($"{scene.Name}: {pictures.Count} pictures to train with, {painter.Description.ParameterCount} parameters, {options.Threads} threads");
        IReadOnlyList<float[]> style = scene.Style();
        PerceptualLoss judged = new(scene.Features, scene.Recipe, style);
        float[] content = Pixels.Of(scene.Content);
        judged.SetContent(content);
        LossFigures first = judged.Of(whole, content);
        if (!Fit(painter, new PerceptualLoss(features, scene.Recipe, style), pictures, scene, options, interruption.Token))
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        (string weights, string sheet) = (Path.Combine(options.Out, "painter.safetensors"), Path.Combine(options.Out, "sheet.png"));
        painter.Save(weights);
        whole.Load(weights);
        LossFigures last = judged.Of(whole, content);
        float[] painted = new float[content.Length];
        whole.Predict(content, painted);
        Picture.Grid([scene.Content, scene.Painting, Pixels.ToPicture(painted, whole.Description.OutputShape)], columns: 3).SavePng(sheet);
        Console.WriteLine($"{weights}: the painter; {sheet}: a picture that it was not trained with, the painting, and what it makes of the first");
        Fall.Print(first, last);
        return 0;
    }

    private static bool Fit(Model painter, PerceptualLoss loss, TrainingPictures pictures, Scene scene, PainterOptions options, CancellationToken cancellation)
    {
        Adam adam = new(Rate) { Beta2 = Memory };
        SavedState state = new(options.Out, FormattableString.Invariant($"painter, {scene.Name}, {scene.Mark}, {pictures.Count} pictures, {options.Epochs} epochs, seed {options.Seed}"));
        state.Add("painter", painter);
        state.Add("painter-adam", adam, painter.Parameters);
        int size = painter.Description.InputSize;
        float[] batch = new float[BatchSize * size];
        EpochOrder order = new(pictures.Count, BatchSize, (ulong)options.Seed);
        StepLoop loop = new("painter", ["loss", "content", "style", "roughness"], options.Epochs, order.Steps, BatchSize);
        return loop.Run(
            state,
            (number, figures) =>
            {
                int at = 0;
                foreach (int index in order.Batch(number))
                {
                    pictures.Copy(index, (number * BatchSize) + at, batch.AsSpan(size * at++, size));
                }

                loss.SetContent(batch);
                adam.LearningRate = Rate * (float)Math.Min(1, (1 - ((double)number / loop.Steps)) / Settle);
                painter.TrainStep(batch, loss.Compute, adam);
                Fall.Write(loss.Figures, figures);
            },
            epochEnded: null,
            cancellation);
    }
}
