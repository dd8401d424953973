namespace NetGen;

/// <summary>A classifier that looks at each image and at changed copies of it, and predicts the mean of the probabilities.</summary>
/// <remarks>
/// (Krizhevsky et al. 2012, "ImageNet Classification with Deep Convolutional Neural Networks", section 4.1, for crops and mirrored ones.) The predictor stays the caller's. It serves
/// one thread at a time; after the first call, a prediction allocates nothing unless its batch is larger. A prediction takes as many of the predictor's as there are views, and one.
/// </remarks>
public sealed class TestTimeAugmentation : IPredictor
{
    private readonly IPredictor _predictor;
    private readonly Action<Span<float>>[] _views;
    private readonly int _inputSize;
    private float[] _inputs = [];
    private float[] _scratch = [];

    /// <summary>Makes one.</summary>
    /// <param name="predictor">A classifier with a class for each whole image; a changed image's pixels would have theirs elsewhere.</param>
    /// <param name="views">
    /// Each changes a copy of an image in place, in the order channels, height, width, and always in the same way: <see cref="HorizontalFlip"/>, those of <see cref="Shifts"/>, or one's
    /// own. The image as it is counts as well.
    /// </param>
    /// <exception cref="ArgumentException">There is no view, or <paramref name="predictor"/> is no classifier of whole images.</exception>
    public TestTimeAugmentation(IPredictor predictor, params Action<Span<float>>[] views)
    {
        ClassProbabilities.CheckWholeSamples(predictor, nameof(predictor));
        ArgumentNullException.ThrowIfNull(views);
        if (views.Length == 0)
        {
            throw new ArgumentException("expected one view or more, actual 0", nameof(views));
        }

        foreach (Action<Span<float>> view in views)
        {
            ArgumentNullException.ThrowIfNull(view, nameof(views));
        }

        _predictor = predictor;
        _views = [.. views];
        _inputSize = ShapeSize.Of(predictor.InputShape);
    }

    /// <inheritdoc/>
    public string Name => $"{_predictor.Name} with test-time augmentation";

    /// <inheritdoc/>
    public IReadOnlyList<int> InputShape => _predictor.InputShape;

    /// <inheritdoc/>
    public IReadOnlyList<int> OutputShape => _predictor.OutputShape;

    /// <inheritdoc/>
    public bool GivesProbabilities => true;

    /// <summary>A view: the image mirrored left to right.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The shape is no image's.</exception>
    public static Action<Span<float>> HorizontalFlip(IReadOnlyList<int> shape)
    {
        ImageShape image = ImageShape.Of(shape);
        return input =>
        {
            image.CheckSize(input);
            image.FlipHorizontally(input);
        };
    }

    /// <summary>Four views: the image moved to the left, to the right, up and down. What comes in at a border repeats the outermost pixels.</summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="pixels">How far, at least 1 and less than height and width.</param>
    /// <returns>The views, in this order.</returns>
    /// <exception cref="ArgumentException">The shape is no image's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pixels"/> is out of range.</exception>
    public static IReadOnlyList<Action<Span<float>>> Shifts(IReadOnlyList<int> shape, int pixels)
    {
        ImageShape image = ImageShape.Of(shape);
        Check.AtLeastOne(pixels, nameof(pixels));
        Check.InRange(pixels, 1, int.Min(image.Height, image.Width) - 1, nameof(pixels));
        return
        [
            input => ImageShift.Horizontally(image, input, -pixels),
            input => ImageShift.Horizontally(image, input, pixels),
            input => ImageShift.Vertically(image, input, -pixels),
            input => ImageShift.Vertically(image, input, pixels),
        ];
    }

    /// <summary>Computes the mean probabilities for a batch of any size.</summary>
    /// <param name="inputs">Whole images, one after the other, NCHW; they stay as they are.</param>
    /// <param name="outputs">Receives the probabilities of the classes.</param>
    /// <exception cref="ArgumentException">A length is no whole number of images, or the lengths disagree.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        int batch = ClassProbabilities.CheckBatch(this, inputs.Length, outputs.Length);
        if (_inputs.Length < inputs.Length)
        {
            _inputs = new float[inputs.Length];
            _scratch = new float[outputs.Length];
        }

        Span<float> changed = _inputs.AsSpan(0, inputs.Length);
        Span<float> values = _scratch.AsSpan(0, outputs.Length);
        ClassProbabilities.Predict(_predictor, inputs, outputs);
        foreach (Action<Span<float>> view in _views)
        {
            inputs.CopyTo(changed);
            for (int i = 0; i < batch; i++)
            {
                view(changed.Slice(i * _inputSize, _inputSize));
            }

            ClassProbabilities.Predict(_predictor, changed, values);
            ClassProbabilities.Add(outputs, values);
        }

        ClassProbabilities.Divide(outputs, _views.Length + 1);
    }
}
