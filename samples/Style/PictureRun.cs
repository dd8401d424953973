using NetGen;
using NetGen.Images;

namespace Style;

/// <summary>Changes a picture, which begins as noise, until a network sees the content of one picture and the style of another in it (Gatys, Ecker and Bethge 2016).</summary>
internal static class PictureRun
{
    public const int Epochs = 4;
    public const int DrawnEpochs = 6;

    /// <summary>Steps in a round.</summary>
    public const int EpochSteps = 50;

    private const float Rate = 0.05f;

    /// <summary>The share of the steps in which the rate falls to 0, at the end.</summary>
    private const double Settle = 0.5;

    private static readonly float[] s_one = [1];

    public static int Go(PictureOptions options)
    {
        using Interruption interruption = new();
        using Scene scene = Scene.Make(options.Photographs, options.Seed, options.Threads);
        using Model canvas = options.Photographs is null ? new DrawnCanvas(1) : new PhotographCanvas(1);
        canvas.Threads = options.Threads;
        Directory.CreateDirectory(options.Out);
        Console.WriteLine($"{scene.Name}: {scene.Content.Width}×{scene.Content.Height} pixels, {options.Epochs * EpochSteps} steps, {options.Threads} threads");
        PerceptualLoss loss = new(scene.Features, scene.Recipe, scene.Style());
        loss.SetContent(Pixels.Of(scene.Content));
        FillWithNoise(canvas, options.Seed);
        LossFigures first = loss.Of(canvas, s_one);
        if (!Paint(canvas, loss, scene, options, interruption.Token))
        {
            Console.WriteLine("interrupted: the same command goes on from here");
            return Interruption.ExitCode;
        }

        LossFigures last = loss.Of(canvas, s_one);
        Picture painted = Pixels.ToPicture(canvas.Parameters[0].Values, canvas.Description.OutputShape);
        (string picture, string sheet) = (Path.Combine(options.Out, "picture.png"), Path.Combine(options.Out, "sheet.png"));
        painted.SavePng(picture);
        Picture.Grid([scene.Content, scene.Painting, painted], columns: 3).SavePng(sheet);
        Console.WriteLine($"{picture}: the picture; {sheet}: what it was made of and it");
        Fall.Print(first, last);
        return 0;
    }

    private static bool Paint(Model canvas, PerceptualLoss loss, Scene scene, PictureOptions options, CancellationToken cancellation)
    {
        Adam adam = new(Rate);
        SavedState state = new(options.Out, FormattableString.Invariant($"picture, {scene.Name}, {scene.Mark}, {options.Epochs} epochs, seed {options.Seed}"));
        state.Add("picture", canvas);
        state.Add("picture-adam", adam, canvas.Parameters);
        StepLoop loop = new("picture", ["loss", "content", "style", "roughness"], options.Epochs, EpochSteps, batchSize: 1, "steps");
        return loop.Run(
            state,
            (number, figures) =>
            {
                adam.LearningRate = Rate * (float)Math.Min(1, (1 - ((double)number / loop.Steps)) / Settle);
                canvas.TrainStep(s_one, loss.Compute, adam);
                Fall.Write(loss.Figures, figures);
            },
            epochEnded: null,
            cancellation);
    }

    /// <summary>Pixels of every value with the same probability.</summary>
    private static void FillWithNoise(Model canvas, int seed)
    {
        RandomSource random = new((ulong)seed, 2, 0);
        foreach (ref float value in canvas.Parameters[0].Edit())
        {
            value = random.NextSingle() - 0.5f;
        }
    }
}
