namespace NetGen;

/// <summary>Reads the labels out of what a model predicts that was trained with <see cref="CTCAttribute"/>.</summary>
public static class CtcDecoder
{
    /// <summary>The labels that the best path of each sample spells: the best class of each step, without repetitions and then without blanks (class 0).</summary>
    /// <param name="outputs">Logits or probabilities, (batch, steps, classes).</param>
    /// <param name="steps">Steps of a sample, 1 or more.</param>
    /// <param name="classes">Classes with the blank, 1 or more.</param>
    /// <param name="labels">Receives for each sample as many numbers as steps: the labels, and −1 behind them, as the loss takes them.</param>
    /// <param name="lengths">How many steps of each sample count, from 1 to <paramref name="steps"/>, as <see cref="CTCAttribute.Lengths"/> has them; where it is empty all do.</param>
    /// <remarks>Graves et al. 2006, section 3.2, best path decoding. Nothing is allocated.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> or <paramref name="classes"/> is under 1, or a length is under 1 or over <paramref name="steps"/>.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void BestPath(ReadOnlySpan<float> outputs, int steps, int classes, Span<int> labels, ReadOnlySpan<int> lengths = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        long sample = (long)steps * classes;
        if (outputs.Length == 0 || outputs.Length % sample != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected whole samples of {sample} values ({steps} steps × {classes} classes), actual {outputs.Length}"), nameof(outputs));
        }

        int rows = outputs.Length / classes;
        if (labels.Length != rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected room for {rows} labels, one a step, actual {labels.Length}"), nameof(labels));
        }

        if (lengths.Length > 0 && lengths.Length != rows / steps)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a length for each of {rows / steps} samples, actual {lengths.Length}"), nameof(lengths));
        }

        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 1 || lengths[i] > steps)
            {
                throw new ArgumentOutOfRangeException(nameof(lengths), lengths[i], FormattableString.Invariant($"expected numbers of steps from 1 to {steps}, actual {lengths[i]} at {i}"));
            }
        }

        Logits.ArgMax(outputs, classes, labels);
        for (int first = 0; first < rows; first += steps)
        {
            Span<int> own = labels.Slice(first, steps);
            int written = 0;
            int before = 0;
            foreach (int best in lengths.Length == 0 ? own : own[..lengths[first / steps]])
            {
                if (best != 0 && best != before)
                {
                    own[written++] = best;
                }

                before = best;
            }

            own[written..].Fill(-1);
        }
    }
}
