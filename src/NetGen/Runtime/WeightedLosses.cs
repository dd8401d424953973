using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>Cross entropy of labels of which one may count for nothing and classes may count differently: PyTorch's <c>ignore_index</c> and <c>weight</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class WeightedLosses
{
    /// <summary>The sum of what labels count for, which the mean divides by.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="ignored">The label that counts for nothing.</param>
    /// <param name="classWeights">What each class counts for; empty for 1 each.</param>
    internal static double Total(ReadOnlySpan<int> labels, int ignored, ReadOnlySpan<float> classWeights)
    {
        double total = 0;
        foreach (int label in labels)
        {
            total += label == ignored ? 0 : classWeights.Length == 0 ? 1 : classWeights[label];
        }

        return total;
    }

    /// <summary>In training, one pixel's part of the loss, −Σ share·log softmax with a share of w·((1 − smoothing) + smoothing / classes) for the label and w·smoothing / classes for the others, and its gradient.</summary>
    /// <param name="x">The pixel's values, a class after the other.</param>
    /// <param name="dx">What exp(x − largest) is for each class; becomes the gradient.</param>
    /// <param name="label">The pixel's class.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="largest">The largest value.</param>
    /// <param name="sum">The sum of the exponentials.</param>
    /// <param name="smoothing">The part of the target that is spread over all classes.</param>
    /// <param name="scale">What the gradient is multiplied with.</param>
    /// <param name="totals">Where a hit is counted; null where none is.</param>
    /// <param name="classWeights">What each class counts for; null for 1 each.</param>
    /// <returns>The pixel's loss.</returns>
    public static double Label(
        float* x, float* dx, int label, int classes, float largest, float sum, float smoothing, float scale, ShardTotals* totals, float* classWeights)
    {
        double log = Math.Log(sum);
        double loss = 0;
        double shares = 0;
        for (int c = 0; c < classes; c++)
        {
            float share = Share(c, label, classes, smoothing, classWeights);
            shares += share;
            loss += share == 0 ? 0 : share * (log + (largest - x[c]));
        }

        float factor = (float)(shares / sum);
        for (int c = 0; c < classes; c++)
        {
            dx[c] = scale * ((dx[c] * factor) - Share(c, label, classes, smoothing, classWeights));
        }

        if (totals != null)
        {
            totals->Correct += Losses.Largest(x, classes, 1) == label ? 1 : 0;
        }

        return loss;
    }

    /// <summary>For evaluation, the same over results in PyTorch's layout, or with a share of each class.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">A label a pixel; null for shares.</param>
    /// <param name="targets">The shares, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch; all are here.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="smoothing">The share of the target spread over all classes.</param>
    /// <param name="ignored">The label that counts for nothing.</param>
    /// <param name="classWeights">What each class counts for; empty for 1 each.</param>
    public static void SoftmaxCrossEntropy(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int classes, int pixels, float smoothing, int ignored, ReadOnlySpan<float> classWeights)
    {
        double loss = 0;
        long counted = 0;
        fixed (float* weights = classWeights)
        {
            for (int i = 0; i < count * pixels; i++)
            {
                if (labels != null && labels[i] == ignored)
                {
                    continue;
                }

                counted++;
                long first = ((long)(i / pixels) * classes * pixels) + (i % pixels);
                float* x = outputs + first;
                int best = Losses.Largest(x, classes, pixels);
                float largest = x[best * pixels];
                double sum = 0;
                for (int c = 0; c < classes; c++)
                {
                    sum += Math.Exp(x[c * pixels] - largest);
                }

                if (labels == null)
                {
                    float* target = targets + first;
                    loss += Losses.Shares(x, target, classes, pixels, pixels, largest, smoothing, weights, out double shares) + (Math.Log(sum) * shares);
                    totals->Correct += best == Losses.Largest(target, classes, pixels) ? 1 : 0;
                    continue;
                }

                for (int c = 0; c < classes; c++)
                {
                    float share = Share(c, labels[i], classes, smoothing, weights);
                    loss += share == 0 ? 0 : share * (Math.Log(sum) + (largest - x[c * pixels]));
                }

                totals->Correct += best == labels[i] ? 1 : 0;
            }
        }

        totals->Loss += loss / (labels == null ? (double)batch * pixels : Total(new ReadOnlySpan<int>(labels, count * pixels), ignored, classWeights));
        totals->Count += counted;
    }

    /// <summary>For evaluation, the same over sequences, whose steps follow each other.</summary>
    /// <param name="outputs">The results, step after step.</param>
    /// <param name="labels">A label a step; null for shares.</param>
    /// <param name="targets">The shares, step after step.</param>
    /// <param name="count">Sequences here.</param>
    /// <param name="batch">Sequences in the batch; all are here.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="steps">Steps of a sequence.</param>
    /// <param name="smoothing">The share of the target spread over all classes.</param>
    /// <param name="ignored">The label that counts for nothing.</param>
    /// <param name="classWeights">What each class counts for; empty for 1 each.</param>
    public static void SoftmaxCrossEntropyOfSteps(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int classes, int steps, float smoothing, int ignored, ReadOnlySpan<float> classWeights) =>
        SoftmaxCrossEntropy(outputs, labels, targets, checked(count * steps), checked(batch * steps), totals, classes, 1, smoothing, ignored, classWeights);

    private static float Share(int c, int label, int classes, float smoothing, float* classWeights)
    {
        float share = (c == label ? 1 - smoothing : 0) + (smoothing == 0 ? 0 : smoothing / classes);
        return classWeights == null ? share : share * classWeights[c];
    }
}
