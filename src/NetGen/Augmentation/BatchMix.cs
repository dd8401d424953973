namespace NetGen;

/// <summary>Mixes every sample of a batch with another of the same batch, by a random permutation.</summary>
internal static class BatchMix
{
    /// <summary>Refuses a batch that cannot be split into samples.</summary>
    public static void CheckBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int count)
    {
        Check.AtLeastOne(count, nameof(count));
        CheckRows(inputs.Length, count, nameof(inputs));
        CheckRows(targets.Length, count, nameof(targets));
    }

    /// <summary>
    /// Draws the permutation and mixes in place. Along a cycle of it a sample is mixed with the next one, which is still as it was; the cycle's first is kept aside
    /// for its last.
    /// </summary>
    public static void Apply<TMix>(Span<float> inputs, Span<float> targets, int count, TMix mix, ref RandomSource random)
        where TMix : struct, IMix
    {
        int inputSize = inputs.Length / count;
        int targetSize = targets.Length / count;
        Span<float> first = Scratch.Floats(inputSize + targetSize);
        Span<float> firstInput = first[..inputSize];
        Span<float> firstTarget = first[inputSize..];
        Span<int> partners = Scratch.Numbers(count);
        for (int i = 0; i < count; i++)
        {
            partners[i] = i;
        }

        random.Shuffle(partners);
        for (int start = 0; start < count; start++)
        {
            if (partners[start] < 0)
            {
                continue;
            }

            Row(inputs, start, inputSize).CopyTo(firstInput);
            Row(targets, start, targetSize).CopyTo(firstTarget);
            int sample = start;
            do
            {
                int next = partners[sample];
                partners[sample] = -1;
                bool isLast = next == start;
                mix.MixInput(Row(inputs, sample, inputSize), isLast ? firstInput : Row(inputs, next, inputSize));
                Blend(Row(targets, sample, targetSize), isLast ? firstTarget : Row(targets, next, targetSize), mix.Share);
                sample = next;
            }
            while (sample != start);
        }
    }

    /// <summary>share · values + (1 - share) · others.</summary>
    public static void Blend(Span<float> values, ReadOnlySpan<float> others, float share)
    {
        float rest = 1 - share;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (share * values[i]) + (rest * others[i]);
        }
    }

    private static Span<float> Row(Span<float> rows, int index, int size) => rows.Slice(index * size, size);

    private static void CheckRows(int length, int count, string name)
    {
        if (length == 0 || length % count != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a multiple of {count} values for {count} samples, actual {length}"), name);
        }
    }
}
