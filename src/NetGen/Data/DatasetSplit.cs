namespace NetGen;

/// <summary>Divides a set's samples between several.</summary>
internal static class DatasetSplit
{
    /// <summary>How far the sum of fractions may be from 1: more than their rounding, less than a sample of a hundred million.</summary>
    private const decimal Tolerance = 1e-9m;

    /// <summary>The sizes of two parts.</summary>
    public static int[] Sizes(int count, double fraction, string name)
    {
        int first = (int)Math.Round(Exact(fraction, name) * count, MidpointRounding.AwayFromZero);
        return CheckSizes([first, count - first], count, name);
    }

    /// <summary>The sizes of parts by the largest remainders.</summary>
    public static int[] Sizes(int count, IReadOnlyList<double> fractions, string name)
    {
        decimal[] exact = [.. fractions.Select(fraction => Exact(fraction, name))];
        decimal sum = exact.Sum();
        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected fractions of the sum 1, actual {sum}"), name);
        }

        decimal[] shares = [.. exact.Select(fraction => fraction * count / sum)];
        int[] sizes = [.. shares.Select(share => (int)share)];
        int left = count - sizes.Sum();
        foreach (int part in Enumerable.Range(0, sizes.Length).OrderByDescending(part => shares[part] - sizes[part]).Take(left).ToArray())
        {
            sizes[part]++;
        }

        return CheckSizes(sizes, count, name);
    }

    /// <summary>The parts: all samples in random order are dealt out, and each goes to the first part that still lacks samples of its class.</summary>
    public static Dataset[] Of(Dataset source, int[] sizes, ulong seed, bool stratify)
    {
        (int[] classOf, int[] counts) = stratify && source.LabelSize == 1 ? Classes(source) : (new int[source.Count], [source.Count]);
        int[][] lacking = Lacking(sizes, counts);
        int[][] parts = [.. sizes.Select(size => new int[size])];
        int[] filled = new int[sizes.Length];
        int[] current = new int[counts.Length];
        int[] order = [.. Enumerable.Range(0, source.Count)];
        RandomSource random = new(seed);
        random.Shuffle(order);
        foreach (int sample in order)
        {
            int label = classOf[sample];
            while (lacking[current[label]][label] == 0)
            {
                current[label]++;
            }

            int part = current[label];
            lacking[part][label]--;
            parts[part][filled[part]++] = sample;
        }

        return [.. parts.Select(indices => DatasetView.Of(source, indices))];
    }

    /// <summary>The class of each sample, as its place in the order of the labels that occur, and how many each class has.</summary>
    private static (int[] ClassOf, int[] Counts) Classes(Dataset source)
    {
        int[] labels = new int[source.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = source.LabelOf(i);
        }

        int[] distinct = [.. labels.Distinct().Order()];
        int[] counts = new int[distinct.Length];
        int[] classOf = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            classOf[i] = Array.BinarySearch(distinct, labels[i]);
            counts[classOf[i]]++;
        }

        return (classOf, counts);
    }

    /// <summary>How many samples of each class each part gets: [part][class].</summary>
    private static int[][] Lacking(int[] sizes, int[] counts)
    {
        int[] left = [.. counts];
        long samplesLeft = counts.Sum();
        int[][] lacking = new int[sizes.Length][];
        for (int part = 0; part < sizes.Length; part++)
        {
            // In whole numbers, so that equal remainders are equal: of n samples left of a class, n × size / (all samples left).
            long[] products = [.. left.Select(n => (long)n * sizes[part])];
            int[] taken = [.. products.Select(product => (int)(product / samplesLeft))];
            int missing = sizes[part] - taken.Sum();
            foreach (int label in Enumerable.Range(0, left.Length).OrderByDescending(label => products[label] % samplesLeft).Take(missing).ToArray())
            {
                taken[label]++;
            }

            for (int label = 0; label < left.Length; label++)
            {
                left[label] -= taken[label];
            }

            samplesLeft -= sizes[part];
            lacking[part] = taken;
        }

        return lacking;
    }

    /// <summary>The decimal number that was meant: 0.145 of 100 is 14.5 and not 14.499999999999998, as in binary.</summary>
    private static decimal Exact(double fraction, string name) => fraction is > 0 and < 1
        ? (decimal)fraction
        : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"expected a number over 0 and under 1, actual {fraction}"));

    private static int[] CheckSizes(int[] sizes, int count, string name)
    {
        int empty = Array.IndexOf(sizes, 0);
        return empty < 0
            ? sizes
            : throw new ArgumentException(FormattableString.Invariant($"expected one sample or more in each part, actual 0 of {count} samples in part {empty}"), name);
    }
}
