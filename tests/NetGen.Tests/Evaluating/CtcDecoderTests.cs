using Shouldly;

namespace NetGen.Tests.Evaluating;

/// <summary>The beam search over label sequences, against all paths written out.</summary>
public sealed class CtcDecoderTests
{
    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(4, 2, 2)]
    [InlineData(5, 3, 3)]
    [InlineData(6, 4, 4)]
    public void BeamSearch_FindsAllSequences_WithTheirProbabilities(int steps, int classes, ulong seed)
    {
        float[] logits = Logits(steps, classes, seed);
        Dictionary<string, double> expected = AllPaths(logits, classes);

        IReadOnlyList<CtcReading> readings = CtcDecoder.BeamSearch(logits, classes, beamWidth: 100_000, topPaths: 100_000);

        readings.Count.ShouldBe(expected.Count);
        foreach (CtcReading reading in readings)
        {
            Math.Exp(reading.LogProbability).ShouldBe(expected[string.Join(' ', reading.Labels)], 1e-9);
        }

        readings.Select(r => r.LogProbability).ShouldBe(readings.Select(r => r.LogProbability).OrderDescending());
        readings.Sum(r => Math.Exp(r.LogProbability)).ShouldBe(1, 1e-9);
    }

    /// <summary>Two steps of 0.4 for the label and 0.6 for the blank. The best path spells nothing, with 0.36; three others spell the label, with 0.64.</summary>
    [Fact]
    public void BeamSearch_AddsPathsUp_WhereTheBestPathErrs()
    {
        float[] logits = [MathF.Log(0.6f), MathF.Log(0.4f), MathF.Log(0.6f), MathF.Log(0.4f)];
        int[] path = new int[2];
        CtcDecoder.BestPath(logits, 2, 2, path);
        path.ShouldBe([-1, -1]);

        IReadOnlyList<CtcReading> readings = CtcDecoder.BeamSearch(logits, 2, topPaths: 2);

        readings.Select(r => r.Labels).ShouldBe([[1], []]);
        readings.Select(r => Math.Exp(r.LogProbability)).ShouldBe([0.64, 0.36], 1e-6);
    }

    [Fact]
    public void ALabelTwice_NeedsABlankBetween()
    {
        float low = float.NegativeInfinity;
        CtcDecoder.BeamSearch([low, 0, low, low, 0, low], 3).ShouldHaveSingleItem().Labels.ShouldBe([1]);
        CtcDecoder.BeamSearch([low, 0, low, 0, low, low, low, 0, low], 3, topPaths: 9).ShouldHaveSingleItem().Labels.ShouldBe([1, 1]);
        CtcDecoder.BeamSearch([0, low, low], 3)[0].Labels.ShouldBeEmpty();
    }

    /// <summary>What the beam has left out is missing from the probability, and never added.</summary>
    [Fact]
    public void ANarrowBeam_FindsNoMoreThanThereIs()
    {
        float[] logits = Logits(12, 6, seed: 5);
        CtcReading whole = CtcDecoder.BeamSearch(logits, 6, beamWidth: 5_000)[0];
        double before = double.NegativeInfinity;
        foreach (int width in new[] { 1, 3, 10, 100 })
        {
            CtcReading reading = CtcDecoder.BeamSearch(logits, 6, width)[0];
            reading.LogProbability.ShouldBeLessThanOrEqualTo(whole.LogProbability + 1e-9);
            before = Math.Max(before, reading.LogProbability);
        }

        before.ShouldBe(whole.LogProbability, 0.05);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        Should.Throw<ArgumentException>(() => CtcDecoder.BeamSearch(new float[7], 3)).Message.ShouldBe("expected whole steps of 3 values, actual 7 (Parameter 'outputs')");
        Should.Throw<ArgumentException>(() => CtcDecoder.BeamSearch([], 3)).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentException>(() => CtcDecoder.BeamSearch([0, 1, float.NaN], 3)).Message.ShouldBe("expected logits, actual NaN at 2 (Parameter 'outputs')");
        Should.Throw<ArgumentException>(() => CtcDecoder.BeamSearch([0, 1, float.PositiveInfinity], 3)).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentException>(() => CtcDecoder.BeamSearch([0, 1, float.NegativeInfinity, float.NegativeInfinity], 2)).Message.ShouldBe(
            "expected a class that is possible at each step, actual none from 2 on (Parameter 'outputs')");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BeamSearch([0, 1], 0)).ParamName.ShouldBe("classes");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BeamSearch([0, 1], 2, beamWidth: 0)).ParamName.ShouldBe("beamWidth");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BeamSearch([0, 1], 2, beamWidth: 3, topPaths: 4)).ParamName.ShouldBe("topPaths");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BeamSearch([0, 1], 2, topPaths: 0)).ParamName.ShouldBe("topPaths");
    }

    private static float[] Logits(int steps, int classes, ulong seed)
    {
        RandomSource random = new(seed);
        float[] logits = new float[steps * classes];
        foreach (ref float logit in logits.AsSpan())
        {
            logit = 2 * (float)random.NextNormal();
        }

        return logits;
    }

    /// <summary>The probability of each sequence: the sum over all paths that spell it.</summary>
    private static Dictionary<string, double> AllPaths(float[] logits, int classes)
    {
        double[][] steps = [.. logits.Chunk(classes).Select(step => step.Select(l => Math.Exp(l) / step.Sum(x => Math.Exp(x))).ToArray())];
        Dictionary<string, double> sums = [];
        int[] path = new int[steps.Length];
        int paths = (int)Math.Pow(classes, steps.Length);
        for (int number = 0; number < paths; number++)
        {
            double probability = 1;
            List<int> labels = [];
            for (int step = 0, rest = number; step < path.Length; step++, rest /= classes)
            {
                path[step] = rest % classes;
                probability *= steps[step][path[step]];
                if (path[step] != 0 && (step == 0 || path[step] != path[step - 1]))
                {
                    labels.Add(path[step]);
                }
            }

            string key = string.Join(' ', labels);
            sums[key] = sums.GetValueOrDefault(key) + probability;
        }

        return sums;
    }
}
