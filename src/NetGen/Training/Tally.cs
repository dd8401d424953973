using System.Globalization;

namespace NetGen;

/// <summary>Sums the outcomes of batches.</summary>
internal struct Tally
{
    private double _loss;
    private double _weight;
    private long _samples;
    private long _correct;
    private long _count;

    /// <summary>The mean loss of a sample, or of what its labels count for.</summary>
    public readonly double Loss => _weight == 0 ? 0 : _loss / _weight;

    /// <summary>The share of right answers; not a number where nothing was right or wrong.</summary>
    public readonly double Accuracy => _count == 0 ? double.NaN : (double)_correct / _count;

    /// <summary>The samples so far.</summary>
    public readonly long Samples => _samples;

    /// <summary>Adds a batch, whose loss is a mean.</summary>
    /// <param name="batch">What it came to.</param>
    /// <param name="samples">Its samples.</param>
    /// <param name="weight">What the mean was divided by (<see cref="BatchBuffer.LossWeight"/>). A batch that counts for nothing has a loss that is no number, and adds none.</param>
    public void Add(StepResult batch, int samples, double weight)
    {
        _loss += weight == 0 ? 0 : batch.Loss * weight;
        _weight += weight;
        _samples += samples;
        _correct += batch.Correct;
        _count += batch.Count;
    }

    /// <summary>The whole as one result.</summary>
    /// <exception cref="OverflowException">There were 2^31 predictions or more.</exception>
    public readonly StepResult ToResult() => new(Loss, checked((int)_correct), checked((int)_count));

    /// <summary>All of it as text, to the bit.</summary>
    public readonly string ToText() => string.Create(CultureInfo.InvariantCulture, $"{_loss:R} {_samples} {_correct} {_count}{(_weight == _samples ? "" : $" {_weight:R}")}");

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static bool TryParse(string text, out Tally tally)
    {
        tally = default;
        string[] words = text.Split(' ');
        if (words.Length is not (4 or 5)
            || !double.TryParse(words[0], NumberStyles.Float, CultureInfo.InvariantCulture, out tally._loss)
            || !long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out tally._samples)
            || !long.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out tally._correct)
            || !long.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out tally._count))
        {
            return false;
        }

        // Where all labels count alike, there are as many as samples.
        tally._weight = tally._samples;
        return words.Length == 4 || double.TryParse(words[4], NumberStyles.Float, CultureInfo.InvariantCulture, out tally._weight);
    }
}
