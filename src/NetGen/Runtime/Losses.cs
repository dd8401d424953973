using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// Losses over results in PyTorch's layout, for evaluation; training has kernels of its own that make the gradient as well. Both compute a
/// value's loss in floats by the same formula, so that they overflow at the same place, and sum in doubles.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class Losses
{
    /// <summary>Softmax and cross entropy with class labels or with a share of each class.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">A label a pixel; null for shares.</param>
    /// <param name="targets">The shares, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="smoothing">The share of the target spread over all classes.</param>
    public static void SoftmaxCrossEntropy(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int classes, int pixels, float smoothing)
    {
        double loss = 0;
        for (int image = 0; image < count; image++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                float* x = outputs + ((long)image * classes * pixels) + pixel;
                int best = Largest(x, classes, pixels);

                // Differences are floats as in training: what overflows there is infinite here as well.
                float largest = x[best * pixels];
                double sum = 0;
                float below = 0;
                for (int c = 0; c < classes; c++)
                {
                    float difference = largest - x[c * pixels];
                    sum += Math.Exp(-difference);
                    below += difference;
                }

                if (labels == null)
                {
                    float* target = targets + ((long)image * classes * pixels) + pixel;
                    loss += Shares(x, target, classes, pixels, pixels, largest, smoothing, null, out double shares) + (Math.Log(sum) * shares);
                    totals->Correct += best == Largest(target, classes, pixels) ? 1 : 0;
                    continue;
                }

                int label = labels[(image * pixels) + pixel];
                loss += Math.Log(sum) + ((1.0 - smoothing) * (double)(largest - x[label * pixels])) + (smoothing == 0 ? 0 : (double)smoothing / classes * below);
                totals->Correct += best == label ? 1 : 0;
            }
        }

        totals->Loss += loss / ((double)batch * pixels);
        totals->Count += (long)count * pixels;
    }

    /// <summary>The same for sequences, whose steps hold a value for each class, one after the other: each step is a prediction by itself.</summary>
    /// <param name="outputs">The results, (count, steps, classes).</param>
    /// <param name="labels">A label a step; null for shares.</param>
    /// <param name="targets">The shares, (count, steps, classes).</param>
    /// <param name="count">Sequences here.</param>
    /// <param name="batch">Sequences in the batch.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="steps">Steps of a sequence.</param>
    /// <param name="smoothing">The share of the target spread over all classes.</param>
    public static void SoftmaxCrossEntropyOfSteps(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int classes, int steps, float smoothing) =>
        SoftmaxCrossEntropy(outputs, labels, targets, checked(count * steps), checked(batch * steps), totals, classes, 1, smoothing);

    /// <summary>In training, the cross entropy of one pixel with a share of each class: log Σ exp(x) × Σ share − Σ share × x, and its gradient,
    /// softmax × Σ share − share. PyTorch's <c>CrossEntropyLoss</c> with class probabilities: smoothing makes a share of share × (1 − smoothing) + smoothing / classes.</summary>
    /// <param name="x">The pixel's values, a class after the other.</param>
    /// <param name="dx">What exp(x − largest) is for each class; becomes the gradient.</param>
    /// <param name="targets">The shares of the whole chunk, NCHW.</param>
    /// <param name="place">The pixel's place in the chunk.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="largest">The largest value.</param>
    /// <param name="sum">The sum of the exponentials.</param>
    /// <param name="smoothing">The part of the target that is spread over all classes.</param>
    /// <param name="scale">What the gradient is multiplied with.</param>
    /// <param name="totals">Where a hit is counted; null where none is.</param>
    /// <param name="classWeights">What each class counts for, which its share is multiplied with; null for 1 each.</param>
    /// <returns>The pixel's loss.</returns>
    public static double SoftTargets(
        float* x, float* dx, float* targets, int place, int classes, int pixels, float largest, float sum, float smoothing, float scale, ShardTotals* totals, float* classWeights = null)
    {
        float* target = targets + ((long)(place / pixels) * classes * pixels) + (place % pixels);
        double loss = Shares(x, target, classes, 1, pixels, largest, smoothing, classWeights, out double shares);
        float factor = (float)(shares / sum);
        for (int c = 0; c < classes; c++)
        {
            dx[c] = scale * ((dx[c] * factor) - (Share(target[c * pixels], smoothing, classes) * (classWeights == null ? 1 : classWeights[c])));
        }

        if (totals != null)
        {
            totals->Correct += Largest(x, classes, 1) == Largest(target, classes, pixels) ? 1 : 0;
        }

        return loss + (Math.Log(sum) * shares);
    }

    /// <summary>The mean of the squared differences to the targets.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">Not used.</param>
    /// <param name="targets">The targets, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where the loss is added.</param>
    /// <param name="size">Values an image.</param>
    /// <param name="pixels">Pixels an image.</param>
    public static void MeanSquaredError(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int size, int pixels)
    {
        double loss = 0;
        for (long i = 0; i < (long)count * size; i++)
        {
            float difference = outputs[i] - targets[i];
            loss += difference * difference;
        }

        totals->Loss += loss / ((double)batch * size);
        totals->Count += (long)count * pixels;
    }

    /// <summary>The mean of the binary cross entropies of the outputs' sigmoids with targets from 0 to 1.</summary>
    /// <param name="outputs">The results before the sigmoid, NCHW.</param>
    /// <param name="labels">Not used.</param>
    /// <param name="targets">The targets, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where the loss is added.</param>
    /// <param name="size">Values an image.</param>
    /// <param name="pixels">Pixels an image.</param>
    public static void BinaryCrossEntropy(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int size, int pixels)
    {
        double loss = 0;
        for (long i = 0; i < (long)count * size; i++)
        {
            float x = outputs[i];
            double u = Math.Exp(-Math.Abs(x));
            double rounded = (1 + u) - 1;

            // log(1 + u) as in VectorMath.Log1p.
            double log = rounded == 0 ? u : u * Math.Log(1 + u) / rounded;
            float linear = ((1 - targets[i]) * x) + Math.Max(-x, 0);
            loss += linear + log;
        }

        totals->Loss += loss / ((double)batch * size);
        totals->Count += (long)count * pixels;
    }

    /// <summary>The mean of the Huber losses: half the square of small differences to the targets, and linear in large ones.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">Not used.</param>
    /// <param name="targets">The targets, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where the loss is added.</param>
    /// <param name="size">Values an image.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="delta">The difference from which on it is linear.</param>
    public static void Huber(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int size, int pixels, float delta)
    {
        double loss = 0;
        for (long i = 0; i < (long)count * size; i++)
        {
            float distance = Math.Abs(outputs[i] - targets[i]);
            float near = Math.Min(distance, delta);
            loss += near * (distance - (near / 2));
        }

        totals->Loss += loss / ((double)batch * size);
        totals->Count += (long)count * pixels;
    }

    /// <summary>The mean of the smooth L1 losses: the square of small differences to the targets over twice beta, and linear in large ones.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">Not used.</param>
    /// <param name="targets">The targets, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where the loss is added.</param>
    /// <param name="size">Values an image.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="beta">The difference from which on it is linear.</param>
    public static void SmoothL1(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int size, int pixels, float beta)
    {
        double loss = 0;
        for (long i = 0; i < (long)count * size; i++)
        {
            float distance = Math.Abs(outputs[i] - targets[i]);
            loss += distance < beta ? distance * 0.5f * distance / beta : distance - (beta / 2);
        }

        totals->Loss += loss / ((double)batch * size);
        totals->Count += (long)count * pixels;
    }

    /// <summary>Σ share × (largest − x), and the sum of the shares.</summary>
    internal static double Shares(float* x, float* target, int classes, int step, int targetStep, float largest, float smoothing, float* classWeights, out double shares)
    {
        double loss = 0;
        shares = 0;
        for (int c = 0; c < classes; c++)
        {
            float share = Share(target[c * targetStep], smoothing, classes) * (classWeights == null ? 1 : classWeights[c]);
            loss += (double)share * (largest - x[c * step]);
            shares += share;
        }

        return loss;
    }

    private static float Share(float target, float smoothing, int classes) => smoothing == 0 ? target : (target * (1 - smoothing)) + (smoothing / classes);

    /// <summary>The first of the largest; a value that is not a number is the largest.</summary>
    internal static int Largest(float* x, int classes, int step) =>
        Logits.ArgMaxOfRow(new ReadOnlySpan<float>(x, checked(((classes - 1) * step) + 1)), classes, step);
}
