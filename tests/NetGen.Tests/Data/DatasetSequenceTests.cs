using System.Runtime.CompilerServices;
using Shouldly;

namespace NetGen.Tests.Data;

public sealed class DatasetSequenceTests
{
    [Fact]
    public void Samples_AreCopied()
    {
        float[] buffer = new float[2];
        Dataset set = Dataset.FromSequence([2], Counted(), classNames: ["a", "b"]);

        set.Count.ShouldBe(3);
        set.Inputs().ShouldBe([0, 1, 1, 2, 2, 3]);
        set.Labels().ShouldBe([0, 1, 2]);
        set.ClassNames.ShouldBe(["a", "b"]);
        Should.Throw<ArgumentOutOfRangeException>(() => set.CopyInput(3, new float[2])).ParamName.ShouldBe("index");

        IEnumerable<Sample> Counted()
        {
            for (int i = 0; i < 3; i++)
            {
                buffer[0] = i;
                buffer[1] = i + 1;
                yield return Sample.Of(buffer, i);
            }
        }
    }

    [Fact]
    public void TargetsAndSeveralLabels_AreKept()
    {
        Dataset targets = Dataset.FromSequence([1], [Sample.Of([1], 0.5f), Sample.Of([2], 1.5f)]);
        Dataset several = Dataset.FromSequence([1, 1, 1], [Sample.Of([1], new[] { 2f, 3f })]);
        Dataset labels = Dataset.FromSequence([1], [Sample.Of([1], new[] { 2, 3 })]);
        float[] target = new float[1];

        targets.CopyTargets(1, target);

        target.ShouldBe([1.5f]);
        several.TargetSize.ShouldBe(2);
        labels.Labels().ShouldBe([2, 3]);
    }

    [Fact]
    public void ASampleThatDoesNotFit_IsNamed()
    {
        Refusal([Sample.Of([1, 2], 0), Sample.Of([1], 0)]).ShouldStartWith("sample 1: expected 2 floats for an input of shape (2), actual 1");
        Refusal([Sample.Of([1, 2], 0), Sample.Of([1, 2], [1, 2])]).ShouldStartWith("sample 1: expected 1 labels and 0 targets as in sample 0, actual 2 and 0");
        Refusal([Sample.Of([1, 2], 0), Sample.Of([1, 2], 0f)]).ShouldStartWith("sample 1: expected 1 labels and 0 targets as in sample 0, actual 0 and 1");
        Refusal([default]).ShouldStartWith("sample 0: expected an input with labels or targets, actual no input");
        Refusal([Sample.Of([1, 2], Array.Empty<int>())]).ShouldStartWith("sample 0: expected an input with labels or targets, actual an input alone");
        Refusal([]).ShouldStartWith("expected one sample or more, actual 0");
        Should.Throw<ArgumentException>(() => Dataset.FromSequence([0], [Sample.Of([], 0)])).ParamName.ShouldBe("inputShape");

        static string Refusal(Sample[] samples)
        {
            ArgumentException e = Should.Throw<ArgumentException>(() => Dataset.FromSequence([2], samples));
            e.ParamName.ShouldBe("samples");
            return e.Message;
        }
    }

    [Fact]
    public void TheLimit_EndsAnEndlessSequence()
    {
        int taken = 0;

        // A sample takes four bytes for each of two floats and for its label: 12.
        Should.Throw<InvalidOperationException>(() => Dataset.FromSequence([2], Endless(), maxBytes: 35)).Message
            .ShouldBe("expected samples of at most 35 bytes in all, actual more: 3 samples of 12 bytes");

        taken.ShouldBe(3);
        Dataset.FromSequence([2], Endless().Take(3), maxBytes: 36).Count.ShouldBe(3);

        IEnumerable<Sample> Endless()
        {
            while (true)
            {
                taken++;
                yield return Sample.Of([1, 2], 0);
            }
        }
    }

    [Fact]
    public async Task AsyncSequence_IsRead()
    {
        Dataset set = await Dataset.FromSequenceAsync([1], Numbers(3), classNames: ["a"]);

        set.Labels().ShouldBe([0, 1, 2]);
        set.ClassNames.ShouldBe(["a"]);
        (await Should.ThrowAsync<InvalidOperationException>(() => Dataset.FromSequenceAsync([1], Numbers(int.MaxValue), maxBytes: 8))).Message.ShouldContain("2 samples of 8 bytes");
        (await Should.ThrowAsync<ArgumentException>(() => Dataset.FromSequenceAsync([2], Numbers(1)))).Message.ShouldStartWith("sample 0: expected 2 floats");
    }

    [Fact]
    public async Task AsyncSequence_IsCancelled()
    {
        using CancellationTokenSource cancellation = new();

        await Should.ThrowAsync<OperationCanceledException>(
            () => Dataset.FromSequenceAsync([1], Numbers(int.MaxValue, i => { if (i == 5) { cancellation.Cancel(); } }), cancellationToken: cancellation.Token));
    }

    [Fact]
    public void Rows_AreJoined()
    {
        TensorDataset set = TensorDataset.FromRows([[1, 2], [3, 4], [5, 6]], [7, 8, 9]);

        set.InputShape.ShouldBe([2]);
        set.Inputs().ShouldBe([1, 2, 3, 4, 5, 6]);
        set.Labels().ShouldBe([7, 8, 9]);
        TensorDataset.FromRows([[1, 2]], [0], [1, 1, 2]).InputShape.ShouldBe([1, 1, 2]);
        Should.Throw<ArgumentException>(() => TensorDataset.FromRows([[1, 2], [3]], [7, 8])).Message.ShouldStartWith("sample 1: expected 2 floats, actual 1");
        Should.Throw<ArgumentException>(() => TensorDataset.FromRows([[1, 2], null!], [7, 8])).Message.ShouldStartWith("sample 1: expected 2 floats, actual null");
        Should.Throw<ArgumentException>(() => TensorDataset.FromRows([[1, 2]], [0], [3])).Message.ShouldStartWith("sample 0: expected 3 floats, actual 2");
        Should.Throw<ArgumentException>(() => TensorDataset.FromRows([[1, 2]], [7, 8])).Message.ShouldStartWith("expected a label for each of 1 inputs, actual 2");
        Should.Throw<ArgumentException>(() => TensorDataset.FromRows([], [])).Message.ShouldStartWith("expected one input or more, actual 0");
    }

    private static async IAsyncEnumerable<Sample> Numbers(int count, Action<int>? before = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (int i = 0; i < count; i++)
        {
            before?.Invoke(i);
            await Task.Yield();
            yield return Sample.Of([i], i);
        }
    }
}
