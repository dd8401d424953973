using NetGen.Images;
using Shouldly;
using Style;

namespace NetGen.Samples.Tests;

/// <summary>The losses that a picture is painted by, and where a painter begins.</summary>
public sealed class StyleTests
{
    private static readonly Picture s_scene = DrawnScene.Draw(new RandomSource(1, 0, 0));
    private static readonly Picture s_painting = DrawnPainting.Draw(new RandomSource(1, 1, 0));

    /// <summary>The picture itself has all of its content and the painting all of its style; the roughness is the mean squared step between neighbours, worked out here.</summary>
    [Fact]
    public void LossesAreNone_OfWhatIsWanted()
    {
        using DrawnFeatures features = new(1);
        using DrawnCanvas canvas = new(1);
        PerceptualLoss loss = new(features, LossRecipe.Random, PerceptualLoss.StyleOf(features, LossRecipe.Random, Pixels.Of(s_painting)));
        loss.SetContent(Pixels.Of(s_scene));

        LossFigures scene = Judge(loss, canvas, s_scene);
        LossFigures painting = Judge(loss, canvas, s_painting);

        scene.Content.ShouldBe(0, 1e-6);
        scene.Style.ShouldBeGreaterThan(0.1);
        scene.Roughness.ShouldBe(Roughness(s_scene), 1e-6);
        scene.Total.ShouldBe(scene.Style + (LossRecipe.Random.SmoothWeight * scene.Roughness), 1e-6);
        painting.Style.ShouldBe(0, 1e-6);
        painting.Content.ShouldBeGreaterThan(0.1);
    }

    /// <summary>Each term is divided by what it is for features of 0: a grey picture, of which the filters without biases see nothing, has losses of 1.</summary>
    [Fact]
    public void LossesAreOne_OfNothing()
    {
        using DrawnFeatures features = new(1);
        using DrawnCanvas canvas = new(1);
        PerceptualLoss loss = new(features, LossRecipe.Random, PerceptualLoss.StyleOf(features, LossRecipe.Random, Pixels.Of(s_painting)));
        loss.SetContent(Pixels.Of(s_scene));
        canvas.Parameters[0].Edit().Clear();

        LossFigures grey = loss.Of(canvas, [1]);

        grey.Content.ShouldBe(1, 1e-6);
        grey.Style.ShouldBe(1, 1e-6);
        grey.Roughness.ShouldBe(0);
    }

    [Fact]
    public void Gradients_AgreeWithDifferences()
    {
        using DrawnFeatures features = new(1);
        using DrawnCanvas canvas = new(1);
        PerceptualLoss loss = new(features, LossRecipe.Random, PerceptualLoss.StyleOf(features, LossRecipe.Random, Pixels.Of(s_painting)));
        loss.SetContent(Pixels.Of(s_scene));
        Pixels.Of(s_painting).CopyTo(canvas.Parameters[0].Edit());
        OutputSet made = new(canvas.Description);
        OutputSet gradients = new(canvas.Description);
        canvas.Predict([1f], made);
        gradients.Resize(1);
        loss.Compute(made, gradients);
        float[] gradient = gradients[ModelInfo.OwnOutput].ToArray();

        // Against the gradient's own direction, a step changes the loss by its square: many pixels at once, so that rounding is small beside it.
        double square = gradient.Sum(g => (double)g * g);
        float step = (float)(1e-3 / Math.Sqrt(square));
        double Shifted(float by)
        {
            Span<float> pixels = canvas.Parameters[0].Edit();
            float[] painting = Pixels.Of(s_painting);
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = painting[i] + (by * gradient[i]);
            }

            return loss.Of(canvas, [1]).Total;
        }

        ((Shifted(step) - Shifted(-step)) / (2 * step)).ShouldBe(square, 0.02 * square);
    }

    [Fact]
    public void APainter_BeginsWithThePictureItself()
    {
        using DrawnPainter painter = new(7);
        float[] picture = Pixels.Of(s_scene);

        float[] painted = new float[picture.Length];
        painter.Predict(picture, painted);

        painted.ShouldBe(picture);
    }

    /// <summary>A part is a rectangle of its picture, or that mirrored, and always the same for the same showing.</summary>
    [Fact]
    public void Parts_AreOfThePicture()
    {
        Picture picture = Picture.FromBytes([3, 9, 8], [.. Enumerable.Range(0, 3 * 9 * 8).Select(i => (byte)i)]);
        TrainingPictures pictures = new([picture], height: 5, width: 4, seed: 3);
        float[] part = new float[3 * 5 * 4];
        float[] again = new float[part.Length];
        HashSet<(int, int, bool)> seen = [];
        for (int number = 0; number < 200; number++)
        {
            pictures.Copy(0, number, part);
            pictures.Copy(0, number, again);
            again.ShouldBe(part);
            seen.Add(Place(picture, part));
        }

        // 5 × 5 places, mirrored or not, of which 200 random ones leave out one or two.
        seen.Count.ShouldBeGreaterThan(40);
    }

    /// <summary>Darker parts keep a share of the light that is at least the least one, the same everywhere in them, and always the same for the same showing.</summary>
    [Fact]
    public void Parts_AreDarker()
    {
        Picture white = Picture.FromBytes([3, 5, 4], [.. Enumerable.Repeat((byte)255, 3 * 5 * 4)]);
        TrainingPictures pictures = new([white], height: 5, width: 4, seed: 3, darkest: 0.2f);
        float[] black = Pixels.Of(Picture.FromBytes([3, 5, 4], new byte[3 * 5 * 4]));
        float[] part = new float[black.Length];
        float[] again = new float[black.Length];
        List<float> shares = [];
        for (int number = 0; number < 200; number++)
        {
            pictures.Copy(0, number, part);
            pictures.Copy(0, number, again);
            again.ShouldBe(part);
            float[] light = [.. part.Zip(black, (value, none) => value - none)];
            light.ShouldAllBe(value => Math.Abs(value - light[0]) < 1e-6);
            shares.Add(light[0]);
        }

        shares.Min().ShouldBeInRange(0.2f, 0.25f);
        shares.Max().ShouldBeInRange(0.95f, 1);
    }

    private static (int Left, int Top, bool Mirrored) Place(Picture picture, float[] part)
    {
        for (int place = 0; place < 50; place++)
        {
            (int left, int top, bool mirrored) = (place / 2 % 5, place / 10, place % 2 == 1);
            float[] expected = Pixels.Of(picture.Crop(left, top, 4, 5));
            for (int row = 0; mirrored && row < expected.Length; row += 4)
            {
                expected.AsSpan(row, 4).Reverse();
            }

            if (expected.AsSpan().SequenceEqual(part))
            {
                return (left, top, mirrored);
            }
        }

        throw new ArgumentException("expected a rectangle of the picture", nameof(part));
    }

    private static LossFigures Judge(PerceptualLoss loss, DrawnCanvas canvas, Picture picture)
    {
        Pixels.Of(picture).CopyTo(canvas.Parameters[0].Edit());
        return loss.Of(canvas, [1]);
    }

    private static double Roughness(Picture picture)
    {
        float[] values = Pixels.Of(picture);
        (int height, int width) = (picture.Height, picture.Width);
        (double across, double down) = (0, 0);
        for (int i = 0; i < values.Length; i++)
        {
            double right = i % width + 1 < width ? values[i + 1] - values[i] : 0;
            double below = i / width % height + 1 < height ? values[i + width] - values[i] : 0;
            (across, down) = (across + (right * right), down + (below * below));
        }

        return (across + down) / values.Length;
    }
}
