namespace NetGen;

/// <content>What follows from the counts.</content>
public sealed partial class ConfusionMatrix
{
    /// <summary>The share of right predictions.</summary>
    public double Accuracy
    {
        get
        {
            long right = 0;
            for (int c = 0; c < Classes; c++)
            {
                right += _counts[c, c];
            }

            return Ratio.Of(right, Total);
        }
    }

    /// <summary>The plain mean of the classes' precisions.</summary>
    public double MacroPrecision => Macro(Precision);

    /// <summary>The plain mean of the classes' recalls.</summary>
    public double MacroRecall => Macro(Recall);

    /// <summary>The plain mean of the classes' F1.</summary>
    public double MacroF1 => Macro(F1);

    /// <summary>The mean of the classes' precisions, weighted by their <see cref="Support"/>.</summary>
    public double WeightedPrecision => Weighted(Precision);

    /// <summary>The mean of the classes' recalls, weighted by their <see cref="Support"/>; equal to the accuracy.</summary>
    public double WeightedRecall => Weighted(Recall);

    /// <summary>The mean of the classes' F1, weighted by their <see cref="Support"/>.</summary>
    public double WeightedF1 => Weighted(F1);

    /// <summary>The plain mean of <see cref="IoU"/> over the classes that occur among the labels or the predictions: the usual figure of semantic segmentation.</summary>
    public double MeanIoU => Macro(IoU);

    /// <summary>
    /// Cohen's kappa: (p − e) / (1 − e), with p the accuracy and e what it would be by chance, Σ support × predicted / total² (Cohen 1960, "A coefficient of agreement for nominal
    /// scales"). 1 is perfect, 0 as good as chance; 0 where e is 1.
    /// </summary>
    public double CohensKappa
    {
        get
        {
            double chance = 0;
            for (int c = 0; c < Classes; c++)
            {
                chance += Ratio.Of(Support(c), Total) * Ratio.Of(Predicted(c), Total);
            }

            return Ratio.Of(Accuracy - chance, 1 - chance);
        }
    }

    /// <summary>How many labels are of a class.</summary>
    /// <param name="label">The class.</param>
    /// <returns>The sum of its row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Support(int label)
    {
        Check.InRange(label, 0, Classes - 1, nameof(label));
        long sum = 0;
        for (int c = 0; c < Classes; c++)
        {
            sum += _counts[label, c];
        }

        return sum;
    }

    /// <summary>How many predictions are of a class.</summary>
    /// <param name="label">The class.</param>
    /// <returns>The sum of its column.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long Predicted(int label)
    {
        Check.InRange(label, 0, Classes - 1, nameof(label));
        long sum = 0;
        for (int c = 0; c < Classes; c++)
        {
            sum += _counts[c, label];
        }

        return sum;
    }

    /// <summary>The share of the predictions of a class that are right.</summary>
    /// <param name="label">The class.</param>
    /// <returns>0 to 1; 0 where it was never predicted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int label) => Ratio.Of(Right(label), Predicted(label));

    /// <summary>The share of a class's labels that were predicted.</summary>
    /// <param name="label">The class.</param>
    /// <returns>0 to 1; 0 where there are no such labels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) => Ratio.Of(Right(label), Support(label));

    /// <summary>The harmonic mean of precision and recall: 2 × right / (labels + predictions).</summary>
    /// <param name="label">The class.</param>
    /// <returns>0 to 1; 0 where the class occurs neither among the labels nor the predictions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int label) => Ratio.Of(2.0 * Right(label), Support(label) + Predicted(label));

    /// <summary>Intersection over union: right / (labels + predictions − right), also called the Jaccard index.</summary>
    /// <param name="label">The class.</param>
    /// <returns>0 to 1; 0 where the class occurs neither among the labels nor the predictions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double IoU(int label) => Ratio.Of(Right(label), Support(label) + Predicted(label) - Right(label));

    private long Right(int label) => _counts[Check.InRange(label, 0, Classes - 1, nameof(label)), label];

    private double Macro(Func<int, double> figure)
    {
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < Classes; c++)
        {
            if (Support(c) + Predicted(c) > 0)
            {
                sum += figure(c);
                occurring++;
            }
        }

        return Ratio.Of(sum, occurring);
    }

    private double Weighted(Func<int, double> figure)
    {
        double sum = 0;
        for (int c = 0; c < Classes; c++)
        {
            sum += figure(c) * Support(c);
        }

        return Ratio.Of(sum, Total);
    }
}
