namespace Captions;

/// <summary>How much sentences are like others that people wrote of the same, from 0 to 1, over a whole set of them.</summary>
/// <remarks>
/// Papineni, Roukos, Ward and Zhu 2002, "BLEU: a Method for Automatic Evaluation of Machine Translation", section 2: BP · exp(Σ log p_n / N), where p_n is the modified precision of n-grams, each counted at most as
/// often as in the reference that has it most often, summed over all sentences before dividing; BP is 1 where the sentences are longer than the references, otherwise exp(1 − r / c), of the sentences' length c
/// and r, the sum over them of the reference length that is nearest, of two equally near ones the shorter. Nothing is smoothed: without a single n-gram in common it is 0.
/// </remarks>
/// <param name="longest">The longest n-grams, N.</param>
internal sealed class Bleu(int longest = 4)
{
    private readonly long[] _matched = new long[longest];
    private readonly long[] _all = new long[longest];
    private long _length;
    private long _referenceLength;

    /// <summary>The figure over all sentences so far; 0 where there are none.</summary>
    public double Value
    {
        get
        {
            double logs = 0;
            for (int n = 1; n <= longest; n++)
            {
                logs += Math.Log(Precision(n));
            }

            return BrevityPenalty * Math.Exp(logs / longest);
        }
    }

    /// <summary>BP.</summary>
    public double BrevityPenalty => _length > _referenceLength ? 1 : _length == 0 ? 0 : Math.Exp(1 - ((double)_referenceLength / _length));

    /// <summary>p_n; 0 where no sentence has so many words.</summary>
    /// <param name="n">The words of an n-gram, from 1.</param>
    public double Precision(int n) => _all[n - 1] == 0 ? 0 : (double)_matched[n - 1] / _all[n - 1];

    /// <summary>Adds a sentence.</summary>
    /// <param name="sentence">The sentence, words with a space between each.</param>
    /// <param name="references">What others wrote, at least one.</param>
    public void Add(string sentence, IReadOnlyList<string> references)
    {
        string[] words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[][] others = [.. references.Select(reference => reference.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        for (int n = 1; n <= longest; n++)
        {
            Dictionary<string, int>[] counts = [.. others.Select(other => Count(other, n))];
            foreach ((string gram, int count) in Count(words, n))
            {
                _matched[n - 1] += Math.Min(count, counts.Max(reference => reference.GetValueOrDefault(gram)));
                _all[n - 1] += count;
            }
        }

        _length += words.Length;
        _referenceLength += others.Select(other => other.Length).OrderBy(length => Math.Abs(length - words.Length)).ThenBy(length => length).First();
    }

    private static Dictionary<string, int> Count(string[] words, int n) =>
        Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).CountBy(first => string.Join(' ', words, first, n)).ToDictionary();
}
