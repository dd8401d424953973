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

    /// <summary>The likeliest label sequences of a sample, each over all its paths: better than <see cref="BestPath"/> where several paths spell the same. Keras's <c>ctc_decode</c> with <c>greedy=False</c>.</summary>
    /// <param name="outputs">Logits of the sample's steps, (steps, classes), as the model predicts them; logarithms of probabilities are as good. Of a sample that has fewer steps than the model, only those.</param>
    /// <param name="classes">Classes with the blank (class 0), 1 or more.</param>
    /// <param name="beamWidth">The beginnings that are kept after each step, 1 or more; the more, the likelier that the best sequence is found.</param>
    /// <param name="topPaths">How many sequences to give, from 1 to <paramref name="beamWidth"/>.</param>
    /// <returns>The sequences with the logarithms of their probabilities, the likeliest first; fewer than asked for where there are no more.</returns>
    /// <remarks>Graves 2012, "Supervised Sequence Labelling with Recurrent Neural Networks", section 7.5. Work and memory grow with steps × beam × classes.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/>, <paramref name="beamWidth"/> or <paramref name="topPaths"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">The outputs are no whole steps, or hold NaN or +∞, or a step has no class but such of −∞.</exception>
    public static IReadOnlyList<CtcReading> BeamSearch(ReadOnlySpan<float> outputs, int classes, int beamWidth = 100, int topPaths = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(beamWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(topPaths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topPaths, beamWidth);
        if (outputs.Length == 0 || outputs.Length % classes != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"expected whole steps of {classes} values, actual {outputs.Length}"), nameof(outputs));
        }

        CtcBeam beam = new(beamWidth);
        double[] logProbabilities = new double[classes];
        for (int first = 0; first < outputs.Length; first += classes)
        {
            LogSoftmax(outputs.Slice(first, classes), logProbabilities, first);
            beam.Step(logProbabilities);
        }

        return beam.Best(topPaths);
    }

    private static void LogSoftmax(ReadOnlySpan<float> logits, Span<double> logProbabilities, int first)
    {
        double most = double.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            // A probability of zero has a logarithm that is a value here; anything else that is not finite is a model gone wrong.
            if (!float.IsFinite(logits[i]) && !float.IsNegativeInfinity(logits[i]))
            {
                throw new ArgumentException(FormattableString.Invariant($"expected logits, actual {logits[i]} at {first + i}"), "outputs");
            }

            most = Math.Max(most, logits[i]);
        }

        if (double.IsNegativeInfinity(most))
        {
            throw new ArgumentException(FormattableString.Invariant($"expected a class that is possible at each step, actual none from {first} on"), "outputs");
        }

        double sum = 0;
        foreach (float logit in logits)
        {
            sum += Math.Exp(logit - most);
        }

        for (int i = 0; i < logits.Length; i++)
        {
            logProbabilities[i] = logits[i] - most - Math.Log(sum);
        }
    }
}
