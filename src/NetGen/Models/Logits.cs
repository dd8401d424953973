namespace NetGen;

/// <summary>
/// Probabilities and classes from what <see cref="Model.Predict(ReadOnlySpan{float}, Span{float})"/> gives. A model that ends in <see cref="SoftmaxCrossEntropyAttribute"/> or
/// <see cref="BinaryCrossEntropyAttribute"/> predicts logits, since these losses take the softmax or the sigmoid themselves.
/// </summary>
/// <remarks>
/// Batches lie as predictions do: (batch, classes), or (batch, classes, pixels) where the output is an image with a class at each pixel.
/// NaN and infinities mean what they do in PyTorch's <c>softmax</c>, <c>sigmoid</c> and <c>argmax</c>. Nothing is allocated.
/// </remarks>
public static class Logits
{
    /// <summary>The probability of each class: exp(x) over the sum of exp over the classes.</summary>
    /// <param name="logits">(batch, classes), or (batch, classes, pixels); at least one row.</param>
    /// <param name="classes">Classes, 1 or more.</param>
    /// <param name="probabilities">Receives as many values in the same order; they sum to 1 over the classes. It may be <paramref name="logits"/> itself.
    /// Where a NaN or +∞ is among the logits of a row, or all are −∞, its probabilities are NaN.</param>
    /// <param name="pixels">Height × width of an output that is an image.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> or <paramref name="pixels"/> is under 1.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap in part.</exception>
    public static void Softmax(ReadOnlySpan<float> logits, int classes, Span<float> probabilities, int pixels = 1)
    {
        int batch = CheckRows(logits.Length, classes, pixels, nameof(logits));
        CheckResult(logits, probabilities, nameof(probabilities));
        for (int image = 0; image < batch; image++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                int first = (image * classes * pixels) + pixel;
                SoftmaxOfRow(logits[first..], probabilities[first..], classes, pixels);
            }
        }
    }

    /// <summary>The probability of yes for each value: 1 / (1 + exp(−x)).</summary>
    /// <param name="logits">Any number of values.</param>
    /// <param name="probabilities">Receives as many values from 0 to 1, NaN for NaN. It may be <paramref name="logits"/> itself.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap in part.</exception>
    public static void Sigmoid(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        CheckResult(logits, probabilities, nameof(probabilities));
        for (int i = 0; i < logits.Length; i++)
        {
            // The exponential is never over 1, so that nothing overflows on its way to a small probability.
            float x = logits[i];
            float small = MathF.Exp(-MathF.Abs(x));
            probabilities[i] = (x < 0 ? small : 1) / (1 + small);
        }
    }

    /// <summary>The best class of each row: where the largest value is, of logits or of probabilities.</summary>
    /// <param name="outputs">(batch, classes), or (batch, classes, pixels); at least one row.</param>
    /// <param name="classes">Classes, 1 or more.</param>
    /// <param name="labels">Receives batch × pixels numbers from 0 to <paramref name="classes"/> − 1: of equal values the first, and a NaN counts as the largest.</param>
    /// <param name="pixels">Height × width of an output that is an image.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> or <paramref name="pixels"/> is under 1.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void ArgMax(ReadOnlySpan<float> outputs, int classes, Span<int> labels, int pixels = 1)
    {
        int batch = CheckRows(outputs.Length, classes, pixels, nameof(outputs));
        if (labels.Length != batch * pixels)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {batch * pixels} labels ({batch} × {pixels}), actual {labels.Length}"), nameof(labels));
        }

        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = ArgMaxOfRow(outputs[((i / pixels * classes * pixels) + (i % pixels))..], classes, pixels);
        }
    }

    /// <summary>The best class of one row: where the largest value is, of logits or of probabilities.</summary>
    /// <param name="outputs">A value for each class; at least one.</param>
    /// <returns>The class, from 0: of equal values the first, and a NaN counts as the largest.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static int ArgMax(ReadOnlySpan<float> outputs)
    {
        CheckRows(outputs.Length, int.Max(outputs.Length, 1), 1, nameof(outputs));
        return ArgMaxOfRow(outputs, outputs.Length, 1);
    }

    /// <summary>One row, whose classes lie <paramref name="step"/> apart.</summary>
    private static void SoftmaxOfRow(ReadOnlySpan<float> logits, Span<float> probabilities, int classes, int step)
    {
        float largest = float.NegativeInfinity;
        for (int c = 0; c < classes; c++)
        {
            largest = MathF.Max(largest, logits[c * step]);
        }

        double sum = 0;
        for (int c = 0; c < classes; c++)
        {
            float e = MathF.Exp(logits[c * step] - largest);
            probabilities[c * step] = e;
            sum += e;
        }

        for (int c = 0; c < classes; c++)
        {
            probabilities[c * step] = (float)(probabilities[c * step] / sum);
        }
    }

    internal static int ArgMaxOfRow(ReadOnlySpan<float> outputs, int classes, int step)
    {
        int best = 0;
        for (int c = 1; c < classes && !float.IsNaN(outputs[best * step]); c++)
        {
            // Written so that a NaN takes the place.
            best = outputs[c * step] <= outputs[best * step] ? best : c;
        }

        return best;
    }

    /// <summary>Checks the length of a batch; how many images it has.</summary>
    private static int CheckRows(int length, int classes, int pixels, string name)
    {
        Check.AtLeastOne(classes, nameof(classes));
        Check.AtLeastOne(pixels, nameof(pixels));
        long size = (long)classes * pixels;
        return length > 0 && length % size == 0
            ? (int)(length / size)
            : throw new ArgumentException(FormattableString.Invariant($"expected one or more rows of {size} values, actual {length} values"), name);
    }

    private static void CheckResult(ReadOnlySpan<float> source, Span<float> result, string name)
    {
        if (result.Length != source.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected {source.Length} values, actual {result.Length}"), name);
        }

        if (source.Overlaps(result, out int offset) && offset != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected memory of its own or that of the logits, actual memory {offset} values after theirs"), name);
        }
    }
}
