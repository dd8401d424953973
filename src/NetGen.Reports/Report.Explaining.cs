using NetGen.Images;

namespace NetGen.Reports;

/// <content>What predictions go by: heat maps over images.</content>
public sealed partial class Report
{
    /// <summary>Adds images with what speaks for the predicted class in each by <see cref="GradCam"/>, and for the label's class where that is another.</summary>
    /// <remarks>Each map is scaled by itself: its strongest place is yellow, the weakest dark violet.</remarks>
    /// <param name="model">The model, whose outputs are a score for each class.</param>
    /// <param name="tag">A tag at an image inside of the model, with <see cref="TagAttribute.Gradient"/>.</param>
    /// <param name="dataset">The images.</param>
    /// <param name="samples">Which of them, from 0.</param>
    /// <param name="title">The heading; "Grad-CAM at" and the tag where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">
    /// The outputs are no scores of classes, there is no such tag, it has no gradient or is at no image, or the data set's inputs are no images (1 or 3 channels) that fit the model.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="ArithmeticException">A map is infinite or no number somewhere.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model.</exception>
    public void AddGradCam(Model model, string tag, Dataset dataset, IReadOnlyList<int> samples, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(samples);
        CheckPictures(dataset);
        float[] input = new float[dataset.InputSize];
        float[] scores = new float[model.Description.OutputSize];
        float[] probabilities = new float[scores.Length];
        List<PictureGroup> groups = [];
        foreach (int sample in samples)
        {
            Check.InRange(sample, 0, dataset.Count - 1, nameof(samples));
            dataset.CopyInput(sample, input);
            model.Predict(input, scores);
            Logits.Softmax(scores, scores.Length, probabilities);
            int predicted = Logits.ArgMax(scores);
            bool isOther = dataset.LabelSize == 1 && dataset.LabelOf(sample) != predicted;
            int[] classes = isOther ? [predicted, dataset.LabelOf(sample)] : [predicted];
            ReportPicture image = PictureOf(dataset, sample, FormattableString.Invariant($"{LabelOf(dataset, sample)}\n#{sample}").TrimStart());
            groups.Add(new PictureGroup(image, [.. classes.Select(c => MapOf(image.Picture, c))]));
        }

        Add(new PictureSection(title ?? $"Grad-CAM at {tag}", groups, IsSmall: false)
        {
            Note = "What speaks for a class, from dark violet over green to yellow, by the gradient of its score (Selvaraju et al. 2017). Each map is scaled by itself.",
        });

        ReportPicture MapOf(Picture image, int classIndex)
        {
            HeatMap map = GradCam.HeatMap(model, tag, input, classIndex);
            float[] pixels = new float[image.Bytes.Length];
            image.ToFloats(pixels);
            string nothing = map.Peak > 0 ? "" : "\nnothing speaks for it";
            return new ReportPicture(
                Picture.FromBytes([3, image.Height, image.Width], map.Over(pixels, image.Shape)),
                FormattableString.Invariant($"for {NameOf(dataset, classIndex)}\nby {probabilities[classIndex] * 100:F1} %{nothing}"));
        }
    }

    private static void CheckPictures(Dataset dataset)
    {
        if (!IsPicture(dataset))
        {
            throw new ArgumentException($"expected inputs of channels (1 or 3), height, width, actual {ShapeText.Of(dataset.InputShape)}", nameof(dataset));
        }
    }
}
