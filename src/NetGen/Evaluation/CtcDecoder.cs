namespace NetGen;

/// <summary>Reads the labels out of what a model predicts that was trained with <see cref="CTCAttribute"/>.</summary>
public static class CtcDecoder
{
    /// <summary>The labels that the best path of each sample spells: the best class of each step, without repetitions and then without blanks (class 0).</summary>
    /// <param name="outputs">Logits or probabilities, (batch, steps, classes).</param>
    /// <param name="steps">Steps of a sample, 1 or more.</param>
    /// <param name="classes">Classes with the blank, 1 or more.</param>
    /// <param name="labels">Receives for each sample as many numbers as steps: the labels, and −1 behind them, as the loss takes them.</param>
    /// <remarks>Graves et al. 2006, section 3.2, best path decoding. Nothing is allocated.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> or <paramref name="classes"/> is under 1.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void BestPath(ReadOnlySpan<float> outputs, int steps, int classes, Span<int> labels)
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

        Logits.ArgMax(outputs, classes, labels);
        for (int first = 0; first < rows; first += steps)
        {
            Span<int> own = labels.Slice(first, steps);
            int written = 0;
            int before = 0;
            foreach (int best in own)
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
