using System.Runtime.CompilerServices;

namespace NetGen.Tests.Training;

/// <summary>Sequences of samples for tests.</summary>
internal static class Streams
{
    /// <summary>A set's samples in its order, each in the same array, with a wait now and then.</summary>
    public static async IAsyncEnumerable<Sample> Of(Dataset set, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        float[] input = new float[set.InputSize];
        int[] labels = new int[set.LabelSize];
        for (int i = 0; i < set.Count; i++)
        {
            if (i % 7 == 3)
            {
                await Task.Delay(1, cancellation).ConfigureAwait(false);
            }

            set.CopyInput(i, input);
            set.CopyLabels(i, labels);
            yield return Sample.Of(input, labels);
        }
    }

    /// <summary>Inputs that are their own numbers, without an end.</summary>
    public static async IAsyncEnumerable<Sample> Endless()
    {
        for (int i = 0; ; i++)
        {
            await Task.Yield();
            yield return Sample.Of([i], 0);
        }
    }

    /// <summary>Some samples, then what a function does.</summary>
    public static async IAsyncEnumerable<Sample> Then(int count, Func<CancellationToken, Task<Sample>> last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (int i = 0; i < count; i++)
        {
            yield return Sample.Of([i], 0);
        }

        yield return await last(cancellation).ConfigureAwait(false);
    }
}
