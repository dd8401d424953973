using Shouldly;

namespace NetGen.Tests.Data;

/// <summary>What sets have for outputs with targets of their own, and that views pass it on.</summary>
public sealed class FurtherTargetsTests
{
    [Fact]
    public void ASet_HasThemBesideItsOwn()
    {
        Dataset set = Make(6);

        set.Further.ShouldBe([new FurtherTargets("box", 0, 2) { HasWeights = true }, new FurtherTargets("kind", 1, 0)]);
        (set.Count, set.LabelSize, set.TargetSize).ShouldBe((6, 1, 0));
        set.ClassNames.ShouldBe(["even", "odd"]);
        ShouldHold(set, 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void Views_CarryThem()
    {
        Dataset set = Make(6);

        ShouldHold(set.Subset([4, 1, 1]), 4, 1, 1);
        ShouldHold(set.Slice(2, 3), 2, 3, 4);
        ShouldHold(set.Subset([5, 3, 2, 0]).Slice(1, 2), 3, 2);
        ShouldHold(Dataset.Concat(set.Slice(4, 2), Make(3)), 4, 5, 0, 1, 2);
        int[] order = [0, 1, 2, 3, 4, 5];
        RandomSource random = new(7);
        random.Shuffle(order);
        ShouldHold(set.Shuffle(7), order);
        (Dataset first, Dataset second) = set.Split(0.5, seed: 3);
        int[] both = [.. Numbers(first), .. Numbers(second)];
        both.Order().ShouldBe([0, 1, 2, 3, 4, 5]);
        ShouldHold(first, both[..3]);
        ShouldHold(second, both[3..]);
        Dataset soft = set.OneHot(2);
        soft.Further.ShouldBe(set.Further);
        Read(soft, 3).ShouldBe(Read(set, 3));

        // To a view they are given in its own order.
        Dataset view = new TensorDataset([1], [10, 11, 12], [0, 0, 0]).Subset([2, 0]).With("kind", [7, 8]);
        int[] kind = new int[1];
        view.CopyFurtherLabels(0, 0, kind);
        kind.ShouldBe([7]);
        view.OriginOf(0).Index.ShouldBe(2);
    }

    [Fact]
    public void Batches_HaveThemByOutput()
    {
        using Models.TwoTargetsNet model = new(1) { Threads = 1 };
        float[] inputs = Models.Samples.Floats(5 * 6, 1);
        float[] values = Models.Samples.Floats(10, 2);
        int[] kinds = [0, 3, -1, 1, 2];
        Dataset set = new TensorDataset([6], inputs, values).With("kind", kinds);
        int first = 0;
        foreach (Batch batch in set.Batches(2))
        {
            batch.ByOutput.Outputs.ShouldBe(["output", "kind"]);
            int end = first + batch.Count;
            model.Evaluate(batch.Inputs, batch.ByOutput).ShouldBe(model.Evaluate(
                inputs.AsSpan((6 * first)..(6 * end)), new Targets().Values(values[(2 * first)..(2 * end)]).Labels("kind", kinds[first..end])));
            first = end;
        }

        first.ShouldBe(5);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        TensorDataset set = new([1], [10, 11, 12], [0, 1, 0]);
        Bad(() => set.With("box", new float[4]), "targets", "each of 3 samples", "\"box\"", "actual 4 in all");
        Bad(() => set.With("kind", Array.Empty<int>()), "targets", "actual 0 in all");
        Bad(() => set.With("kind", new int[7]), "labels", "actual 7 in all");
        Bad(() => set.With("box", new float[3], new float[2]), "weights", "a weight for each of 3 samples", "actual 2");
        Bad(() => set.With("box", new float[3], [1, -1, 0]), "weights", "0 or more", "actual -1");
        Bad(() => set.With("box", new float[3], [1, float.NaN, 0]), "weights", "actual NaN");
        Bad(() => set.With("", new float[3]), "output");
        Bad(() => set.With("box", new float[3]).With("box", new int[3]), "output", "actual \"box\"");
        Bad(() => set.With("box", (float[])null!), "targets");
        Bad(() => Dataset.Concat(set.With("box", new float[3]), set), "parts", "set 1", "expected 1 float targets a sample for \"box\" as in set 0", "actual no targets of further outputs");
        Bad(() => Dataset.Concat(set.With("box", new float[3]), set.With("box", new float[6])), "parts", "actual 2 float targets");
        Bad(() => _ = new FurtherTargets("box", 1, 1), "targetSize", "either labels or targets");
        Bad(() => _ = new FurtherTargets("box", -1, 0), "labelSize");
        Dataset with = set.With("box", new float[6]);
        Bad(() => with.CopyFurtherTargets(0, 0, new float[1]), "destination", "expected room for 2");
        Bad(() => with.CopyFurtherTargets(3, 0, new float[2]), "index");
        Bad(() => with.CopyFurtherTargets(0, 1, new float[2]), "place");
        Should.Throw<NotSupportedException>(() => set.CopyFurtherLabels(0, 0, new int[1]));

        static void Bad(Action action, string parameter, params string[] words)
        {
            ArgumentException e = Should.Throw<ArgumentException>(action);
            e.ParamName.ShouldBe(parameter);
            foreach (string word in words)
            {
                e.Message.ShouldContain(word);
            }
        }
    }

    /// <summary>Of sample i the input is 10 + i, the label i % 2, the box (i, -i) with the weight i / 2, and the kind 100 + i.</summary>
    private static Dataset Make(int count)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        return new TensorDataset([1], [.. all.Select(i => 10f + i)], all.Select(i => i % 2).ToArray()) { ClassNames = ["even", "odd"] }
            .With("box", all.SelectMany(i => new float[] { i, -i }).ToArray(), [.. all.Select(i => i / 2f)])
            .With("kind", all.Select(i => 100 + i).ToArray());
    }

    private static void ShouldHold(Dataset set, params int[] samples)
    {
        set.Count.ShouldBe(samples.Length);
        set.Further.Select(f => f.Output).ShouldBe(["box", "kind"]);
        for (int i = 0; i < samples.Length; i++)
        {
            int sample = samples[i];
            Read(set, i).ShouldBe([10 + sample, sample, -sample, sample / 2f, 100 + sample]);
            set.LabelOf(i).ShouldBe(sample % 2);
        }
    }

    private static int[] Numbers(Dataset set) => [.. Enumerable.Range(0, set.Count).Select(i => (int)Read(set, i)[0] - 10)];

    private static float[] Read(Dataset set, int index)
    {
        float[] input = new float[1];
        float[] box = new float[2];
        int[] kind = new int[1];
        set.CopyInput(index, input);
        set.CopyFurtherTargets(index, 0, box);
        set.CopyFurtherLabels(index, 1, kind);
        return [input[0], .. box, set.FurtherWeight(index, 0), kind[0]];
    }
}
