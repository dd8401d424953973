namespace NetGen;

/// <summary>
/// Where in an image a network sees a class: gradient-weighted class activation maps (Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra 2017, "Grad-CAM: Visual Explanations from Deep
/// Networks via Gradient-based Localization", section 3).
/// </summary>
/// <remarks>
/// A channel's weight is the mean over its positions of the gradient of the class's score, and the map is the positive part of the weighted sum of channels. Tag the last value that
/// is still an image, such as that before the global pooling: <c>[Tag("last", Gradient = true)]</c>. Scores are the model's outputs: logits where it ends in
/// <see cref="SoftmaxCrossEntropyAttribute"/> or <see cref="BinaryCrossEntropyAttribute"/>, as the paper takes them.
/// </remarks>
public static class GradCam
{
    /// <summary>The map of one image for a class.</summary>
    /// <param name="model">The model, whose outputs are a score for each class.</param>
    /// <param name="tag">A tag at an image inside of the model, with <see cref="TagAttribute.Gradient"/>.</param>
    /// <param name="image">The image as the model reads it, NCHW.</param>
    /// <param name="classIndex">The class that is looked for, whether it is the predicted one or not.</param>
    /// <returns>The map, of the height and width at the tag: see <see cref="NetGen.HeatMap.Resize"/> and <see cref="NetGen.HeatMap.Over"/>.</returns>
    /// <exception cref="ArgumentException">The outputs are no scores of classes, there is no such tag, it has no gradient or is at no image, or a length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <exception cref="ArithmeticException">The map is infinite or no number somewhere.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model.</exception>
    public static HeatMap HeatMap(Model model, string tag, ReadOnlySpan<float> image, int classIndex)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Maps(model, tag, image, [classIndex], nameof(image), nameof(classIndex))[0];
    }

    /// <summary>The maps of several images, which are computed together, each for a class of its own.</summary>
    /// <param name="model">The model, whose outputs are a score for each class.</param>
    /// <param name="tag">A tag at an image inside of the model, with <see cref="TagAttribute.Gradient"/>.</param>
    /// <param name="images">The images as the model reads them, one after the other, NCHW.</param>
    /// <param name="classIndices">For each image the class that is looked for.</param>
    /// <returns>A map for each image.</returns>
    /// <exception cref="ArgumentException">There are no images, the outputs are no scores of classes, there is no such tag, it has no gradient or is at no image, or a length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <exception cref="ArithmeticException">A map is infinite or no number somewhere.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the model.</exception>
    public static IReadOnlyList<HeatMap> HeatMaps(Model model, string tag, ReadOnlySpan<float> images, ReadOnlySpan<int> classIndices)
    {
        ArgumentNullException.ThrowIfNull(model);
        return classIndices.Length > 0
            ? Maps(model, tag, images, classIndices, nameof(images), nameof(classIndices))
            : throw new ArgumentException("expected a class for each of one or more images, actual none", nameof(classIndices));
    }

    private static HeatMap[] Maps(Model model, string tag, ReadOnlySpan<float> images, ReadOnlySpan<int> classes, string imagesName, string classesName)
    {
        ModelInfo info = model.Description;
        if (info.OutputShape.Count != 1)
        {
            throw new ArgumentException($"expected a model with a score for each class, actual outputs of {ShapeText.Of(info.OutputShape)}: FeatureGradients takes gradients of any outputs", nameof(model));
        }

        TensorInfo at = info.Tags[model.IndexOfGradient(tag)];
        if (at.Shape is not [int channels, int height, int width])
        {
            throw new ArgumentException($"expected a tag at an image (channels, height, width), actual \"{tag}\" at {ShapeText.Of(at.Shape)}", nameof(tag));
        }

        Model.CheckLength(images.Length, classes.Length, info.InputSize, "images", imagesName);
        float[] outputGradients = new float[classes.Length * info.OutputSize];
        for (int i = 0; i < classes.Length; i++)
        {
            if ((uint)classes[i] >= (uint)info.OutputSize)
            {
                throw new ArgumentOutOfRangeException(classesName, classes[i], FormattableString.Invariant($"expected a class from 0 to {info.OutputSize - 1}, actual {classes[i]}"));
            }

            outputGradients[(i * info.OutputSize) + classes[i]] = 1;
        }

        float[] gradients = new float[checked(classes.Length * at.Size)];
        float[] values = new float[gradients.Length];
        model.FeatureGradients(tag, images, outputGradients, gradients, values);
        HeatMap[] maps = new HeatMap[classes.Length];
        for (int i = 0; i < maps.Length; i++)
        {
            maps[i] = Map(channels, height, width, values.AsSpan(i * at.Size, at.Size), gradients.AsSpan(i * at.Size, at.Size));
        }

        return maps;
    }

    /// <summary>Equations 1 and 2.</summary>
    private static HeatMap Map(int channels, int height, int width, ReadOnlySpan<float> values, ReadOnlySpan<float> gradients)
    {
        int positions = height * width;
        double[] map = new double[positions];
        for (int k = 0; k < channels; k++)
        {
            double sum = 0;
            foreach (float gradient in gradients.Slice(k * positions, positions))
            {
                sum += gradient;
            }

            double weight = sum / positions;
            ReadOnlySpan<float> channel = values.Slice(k * positions, positions);
            for (int i = 0; i < positions; i++)
            {
                map[i] += weight * channel[i];
            }
        }

        return NetGen.HeatMap.OfPositivePart(height, width, map);
    }
}
