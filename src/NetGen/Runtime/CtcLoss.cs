using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Connectionist temporal classification (Graves et al. 2006, section 4.1): sums over all paths in logarithms, forward and backward.</summary>
/// <remarks>The states of a path are the labels with a blank before each and one behind: state s is a blank where s is even, and else label s / 2.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public static unsafe class CtcLoss
{
    /// <summary>The label behind the end of a sample's labels.</summary>
    internal const int End = -1;

    /// <summary>In training, the loss of a sample and its gradient by the logits.</summary>
    /// <param name="x">The logits, step after step.</param>
    /// <param name="xStep">Floats from a step of them to the next.</param>
    /// <param name="dx">The softmax of each step; becomes the gradient.</param>
    /// <param name="dxStep">Floats from a step of those to the next.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="classes">Classes, the blank first.</param>
    /// <param name="labels">The labels, with −1 behind their end; as many as steps.</param>
    /// <param name="zeroInfinity">Whether labels that no path spells add 0.</param>
    /// <param name="scale">What the gradient is multiplied with.</param>
    /// <param name="totals">Where the sample, and a hit, is counted; null where none is.</param>
    /// <param name="work">The logarithm of each step's sum of exponentials, and behind these steps · (2 · steps + 1) + 2 · (2 · steps + 1) numbers of scratch.</param>
    /// <returns>The loss, divided by the number of labels.</returns>
    public static double Sequence(
        float* x, int xStep, float* dx, int dxStep, int steps, int classes, int* labels, bool zeroInfinity, float scale, ShardTotals* totals, double* work) =>
        OfSteps(x, xStep, dx, dxStep, steps, classes, labels, Count(labels, steps), zeroInfinity, scale, totals, work);

    /// <summary>The same of a sample of which some steps count: those behind them have no gradient.</summary>
    /// <param name="x">The logits, step after step.</param>
    /// <param name="xStep">Floats from a step of them to the next.</param>
    /// <param name="dx">The softmax of each step that counts; becomes the gradient.</param>
    /// <param name="dxStep">Floats from a step of those to the next.</param>
    /// <param name="length">Steps that count.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="classes">Classes, the blank first.</param>
    /// <param name="labels">The labels, with −1 behind their end; as many as steps.</param>
    /// <param name="zeroInfinity">Whether labels that no path spells add 0.</param>
    /// <param name="scale">What the gradient is multiplied with.</param>
    /// <param name="totals">Where the sample, and a hit, is counted; null where none is.</param>
    /// <param name="work">As of <see cref="Sequence"/>, where the logarithms are those of the steps that count.</param>
    /// <returns>The loss, divided by the number of labels.</returns>
    public static double OwnSteps(
        float* x, int xStep, float* dx, int dxStep, int length, int steps, int classes, int* labels, bool zeroInfinity, float scale, ShardTotals* totals, double* work)
    {
        new Span<float>(dx + ((long)length * dxStep), (steps - length) * dxStep).Clear();
        return OfSteps(x, xStep, dx, dxStep, length, classes, labels, Count(labels, steps), zeroInfinity, scale, totals, work);
    }

    private static double OfSteps(
        float* x, int xStep, float* dx, int dxStep, int steps, int classes, int* labels, int count, bool zeroInfinity, float scale, ShardTotals* totals, double* work)
    {
        Judge(x, xStep, steps, classes, labels, count, totals);
        Paths paths = new(x, xStep, steps, labels, count, work);
        double log = paths.Forward();
        float factor = double.IsNegativeInfinity(log) ? 0 : scale / Math.Max(count, 1);
        for (int t = 0; t < steps; t++)
        {
            float* to = dx + ((long)t * dxStep);
            for (int c = 0; c < classes; c++)
            {
                to[c] = factor == 0 ? 0 : to[c] * factor;
            }
        }

        if (factor != 0)
        {
            paths.Backward(log, factor, dx, dxStep);
        }

        return LossOf(log, count, zeroInfinity);
    }

    /// <summary>For evaluation, the same over results in PyTorch's layout.</summary>
    /// <param name="outputs">The logits, sample after sample and step after step.</param>
    /// <param name="labels">The labels of each sample, with −1 behind their end.</param>
    /// <param name="targets">Nothing: there are labels.</param>
    /// <param name="count">Samples here.</param>
    /// <param name="batch">Samples in the batch.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="classes">Classes, the blank first.</param>
    /// <param name="zeroInfinity">Whether labels that no path spells add 0.</param>
    public static void Evaluate(float* outputs, int* labels, float* targets, int count, int batch, ShardTotals* totals, int steps, int classes, bool zeroInfinity)
    {
        _ = targets;
        Evaluate(outputs, labels, null, 0, count, batch, totals, steps, classes, zeroInfinity);
    }

    /// <summary>The same of samples of which some steps count.</summary>
    /// <param name="outputs">The logits, sample after sample and step after step.</param>
    /// <param name="labels">The labels of each sample, with −1 behind their end.</param>
    /// <param name="lengths">The first sample's number of steps that count.</param>
    /// <param name="count">Samples here.</param>
    /// <param name="batch">Samples in the batch.</param>
    /// <param name="totals">Where loss and hits are added.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="classes">Classes, the blank first.</param>
    /// <param name="zeroInfinity">Whether labels that no path spells add 0.</param>
    /// <param name="sample">Floats from a sample's number of steps to the next.</param>
    public static void EvaluateOwnSteps(float* outputs, int* labels, float* lengths, int count, int batch, ShardTotals* totals, int steps, int classes, bool zeroInfinity, int sample) =>
        Evaluate(outputs, labels, lengths, sample, count, batch, totals, steps, classes, zeroInfinity);

    private static void Evaluate(
        float* outputs, int* labels, float* lengths, int sample, int count, int batch, ShardTotals* totals, int steps, int classes, bool zeroInfinity)
    {
        double* work = (double*)NativeMemory.Alloc((nuint)WorkSize(steps), sizeof(double));
        try
        {
            double loss = 0;
            for (int i = 0; i < count; i++)
            {
                float* x = outputs + ((long)i * steps * classes);
                int* own = labels + ((long)i * steps);
                int spelled = Count(own, steps);
                int length = lengths == null ? steps : (int)lengths[(long)i * sample];
                Judge(x, classes, length, classes, own, spelled, totals);
                for (int t = 0; t < length; t++)
                {
                    work[t] = LogSum(x + ((long)t * classes), classes);
                }

                loss += LossOf(new Paths(x, classes, length, own, spelled, work).Forward(), spelled, zeroInfinity);
            }

            totals->Loss += loss / batch;
        }
        finally
        {
            NativeMemory.Free(work);
        }
    }

    /// <summary>The place of the first label that cannot stand there; -1 where there is none.</summary>
    /// <param name="labels">The labels of several samples.</param>
    /// <param name="steps">Labels of a sample.</param>
    /// <param name="classes">Classes, the blank first.</param>
    internal static int FirstWrongLabel(ReadOnlySpan<int> labels, int steps, int classes)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            bool isBehindEnd = i % steps > 0 && labels[i - 1] == End;
            if (labels[i] != End && (isBehindEnd || labels[i] < 1 || labels[i] >= classes))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Doubles of scratch.</summary>
    private static long WorkSize(int steps) => steps + ((steps + 2L) * ((2L * steps) + 1));

    private static double LossOf(double log, int count, bool zeroInfinity) => zeroInfinity && double.IsNegativeInfinity(log) ? 0 : -log / Math.Max(count, 1);

    private static double LogSum(float* x, int classes)
    {
        float largest = x[Losses.Largest(x, classes, 1)];
        double sum = 0;
        for (int c = 0; c < classes; c++)
        {
            sum += Math.Exp(x[c] - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>How many labels there are before the end.</summary>
    private static int Count(int* labels, int steps)
    {
        int end = new ReadOnlySpan<int>(labels, steps).IndexOf(End);
        return end < 0 ? steps : end;
    }

    /// <summary>Counts the sample, and a hit where its best path spells its labels.</summary>
    private static void Judge(float* x, int xStep, int steps, int classes, int* labels, int count, ShardTotals* totals)
    {
        if (totals == null)
        {
            return;
        }

        int before = 0;
        int read = 0;
        bool fits = true;
        for (int t = 0; t < steps && fits; t++)
        {
            int best = Losses.Largest(x + ((long)t * xStep), classes, 1);
            if (best != 0 && best != before)
            {
                fits = read < count && labels[read] == best;
                read++;
            }

            before = best;
        }

        totals->Count++;
        totals->Correct += fits && read == count ? 1 : 0;
    }

    /// <summary>The paths of one sample.</summary>
    private readonly struct Paths(float* x, int xStep, int steps, int* labels, int count, double* work)
    {
        private readonly int _states = (2 * count) + 1;

        private double* Logs => work;

        private double* Reached => work + steps;

        /// <summary>Fills the logarithms of the probabilities of all beginnings, for each step and state; returns that of all paths.</summary>
        public double Forward()
        {
            int states = _states;
            for (int t = 0; t < steps; t++)
            {
                double* now = Reached + ((long)t * states);
                double* before = now - states;
                for (int s = 0; s < states; s++)
                {
                    double sum = t == 0 ? (s < 2 ? 0 : double.NegativeInfinity)
                        : Add(Add(before[s], s > 0 ? before[s - 1] : double.NegativeInfinity), Skips(s) ? before[s - 2] : double.NegativeInfinity);
                    now[s] = sum + Log(t, s);
                }
            }

            double* last = Reached + ((steps - 1L) * states);
            return Add(last[states - 1], states > 1 ? last[states - 2] : double.NegativeInfinity);
        }

        /// <summary>Takes the share of all paths that are at a class in a step off the gradient.</summary>
        public void Backward(double log, float factor, float* dx, int dxStep)
        {
            int states = _states;
            double* ends = Reached + ((long)steps * states);
            double* behind = ends + states;
            for (int t = steps - 1; t >= 0; t--)
            {
                double* now = Reached + ((long)t * states);
                for (int s = 0; s < states; s++)
                {
                    // Of what follows the step, without the step itself.
                    ends[s] = t == steps - 1 ? (s >= states - 2 ? 0 : double.NegativeInfinity)
                        : Add(Add(behind[s], s + 1 < states ? behind[s + 1] : double.NegativeInfinity), s + 2 < states && Skips(s + 2) ? behind[s + 2] : double.NegativeInfinity);
                    dx[((long)t * dxStep) + Class(s)] -= (float)(factor * Math.Exp(now[s] + ends[s] - log));
                }

                for (int s = 0; s < states; s++)
                {
                    behind[s] = ends[s] + Log(t, s);
                }
            }
        }

        private int Class(int state) => state % 2 == 0 ? 0 : labels[state / 2];

        private double Log(int step, int state) => x[((long)step * xStep) + Class(state)] - Logs[step];

        /// <summary>Whether a state may follow the one before the last: a label that differs from the one before it needs no blank.</summary>
        private bool Skips(int state) => state % 2 == 1 && state > 1 && labels[state / 2] != labels[(state / 2) - 1];

        /// <summary>log(exp a + exp b).</summary>
        private static double Add(double a, double b)
        {
            double largest = Math.Max(a, b);
            return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(Math.Exp(a - largest) + Math.Exp(b - largest));
        }
    }
}
