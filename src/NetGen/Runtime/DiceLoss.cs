using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>
/// The soft dice loss (Milletari et al. 2016, section 3): of each image and channel 1 − D, with D = (2·Σ p·t + smooth) / (Σ p² + Σ t² + smooth). Sums are in doubles, since they go over
/// all pixels of an image.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class DiceLoss
{
    /// <summary>In training, the loss of an image and its gradient by the logits.</summary>
    /// <param name="x">The logits, a pixel's channels after each other.</param>
    /// <param name="xRow">Floats from a row of them to the next.</param>
    /// <param name="p">The probabilities, likewise; become the gradient.</param>
    /// <param name="pRow">Floats from a row of those to the next.</param>
    /// <param name="pitch">Floats from a pixel to the next.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="labels">The class of each pixel; null for float targets.</param>
    /// <param name="targets">The float targets, CHW.</param>
    /// <param name="ignored">The label of pixels that are left out.</param>
    /// <param name="sigmoid">Whether the probabilities are sigmoids; otherwise softmaxes over the channels.</param>
    /// <param name="smooth">What is added to both sides of the fraction.</param>
    /// <param name="scale">What the gradient is multiplied with.</param>
    /// <param name="totals">Where hits and predictions are counted; null where none are.</param>
    /// <param name="work">Four numbers a channel.</param>
    /// <returns>The sum of 1 − D over the channels.</returns>
    public static double Image(
        float* x, int xRow, float* p, int pRow, int pitch, int channels, int height, int width, int* labels, float* targets, int ignored, bool sigmoid, float smooth, float scale, ShardTotals* totals, double* work)
    {
        int pixels = height * width;
        double* products = work;
        double* squares = work + channels;
        new Span<double>(work, 2 * channels).Clear();
        for (int i = 0; i < pixels; i++)
        {
            if (labels != null && labels[i] == ignored)
            {
                continue;
            }

            float* at = p + ((long)(i / width) * pRow) + (i % width * pitch);
            for (int c = 0; c < channels; c++)
            {
                double t = Target(labels, targets, i, c, pixels);
                products[c] += at[c] * t;
                squares[c] += ((double)at[c] * at[c]) + (t * t);
            }

            if (totals != null)
            {
                int best = Losses.Largest(x + ((long)(i / width) * xRow) + (i % width * pitch), channels, 1);
                totals->Correct += best == (labels != null ? labels[i] : Losses.Largest(targets + i, channels, pixels)) ? 1 : 0;
                totals->Count++;
            }
        }

        // The gradient of 1 − n / d by p is −(2·t·d − 2·p·n) / d²: a factor of the target and one of p.
        double* ofTarget = work + (2 * channels);
        double* ofP = work + (3 * channels);
        double loss = 0;
        for (int c = 0; c < channels; c++)
        {
            double n = (2 * products[c]) + smooth;
            double d = squares[c] + smooth;
            loss += 1 - (n / d);
            ofTarget[c] = -2 / d;
            ofP[c] = 2 * n / (d * d);
        }

        for (int i = 0; i < pixels; i++)
        {
            Gradient(p + ((long)(i / width) * pRow) + (i % width * pitch), channels, labels, targets, i, pixels, ignored, sigmoid, scale, ofTarget, ofP);
        }

        return loss;
    }

    /// <summary>For evaluation, the loss over results in PyTorch's layout.</summary>
    /// <param name="outputs">The results, NCHW.</param>
    /// <param name="labels">A label a pixel; null for float targets.</param>
    /// <param name="targets">The float targets, NCHW.</param>
    /// <param name="count">Images here.</param>
    /// <param name="batch">Images in the batch.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="pixels">Pixels an image.</param>
    /// <param name="sigmoid">Whether probabilities are sigmoids; otherwise softmaxes over the channels.</param>
    /// <param name="smooth">What is added to both sides of the fraction.</param>
    /// <param name="ignored">The label of pixels that are left out.</param>
    public static void Evaluate(
        float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int channels, int pixels, bool sigmoid, float smooth, int ignored)
    {
        double loss = 0;
        double[] products = new double[channels];
        double[] squares = new double[channels];
        for (int image = 0; image < count; image++)
        {
            long first = (long)image * channels * pixels;
            int* own = labels == null ? null : labels + ((long)image * pixels);
            Array.Clear(products);
            Array.Clear(squares);
            for (int i = 0; i < pixels; i++)
            {
                if (own != null && own[i] == ignored)
                {
                    continue;
                }

                float* x = outputs + first + i;
                int best = sigmoid ? 0 : Losses.Largest(x, channels, pixels);
                double sum = 0;
                for (int c = 0; c < channels && !sigmoid; c++)
                {
                    sum += Math.Exp(x[c * pixels] - x[best * pixels]);
                }

                for (int c = 0; c < channels; c++)
                {
                    double p = sigmoid ? 1 / (1 + Math.Exp(-x[c * pixels])) : Math.Exp(x[c * pixels] - x[best * pixels]) / sum;
                    double t = Target(own, targets + (own == null ? first : 0), i, c, pixels);
                    products[c] += p * t;
                    squares[c] += (p * p) + (t * t);
                }

                totals->Count++;
                totals->Correct += !sigmoid && best == (own != null ? own[i] : Losses.Largest(targets + first + i, channels, pixels)) ? 1 : 0;
            }

            for (int c = 0; c < channels; c++)
            {
                loss += 1 - (((2 * products[c]) + smooth) / (squares[c] + smooth));
            }
        }

        totals->Loss += loss / ((double)batch * channels);
    }

    /// <summary>Turns a pixel's probabilities into the gradient by its logits.</summary>
    private static void Gradient(
        float* at, int channels, int* labels, float* targets, int pixel, int pixels, int ignored, bool sigmoid, float scale, double* ofTarget, double* ofP)
    {
        if (labels != null && labels[pixel] == ignored)
        {
            new Span<float>(at, channels).Clear();
            return;
        }

        // Through the softmax the mean of the gradients, weighed by the probabilities, is taken off.
        double mean = 0;
        for (int c = 0; c < channels && !sigmoid; c++)
        {
            mean += at[c] * ((ofTarget[c] * Target(labels, targets, pixel, c, pixels)) + (ofP[c] * at[c]));
        }

        for (int c = 0; c < channels; c++)
        {
            double own = (ofTarget[c] * Target(labels, targets, pixel, c, pixels)) + (ofP[c] * at[c]);
            at[c] = scale * (float)(at[c] * (sigmoid ? own * (1 - at[c]) : own - mean));
        }
    }

    private static double Target(int* labels, float* targets, int pixel, int c, int pixels) =>
        labels != null ? (labels[pixel] == c ? 1 : 0) : targets[((long)c * pixels) + pixel];
}
