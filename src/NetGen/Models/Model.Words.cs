namespace NetGen;

/// <content>Inputs that are numbers of words, or of steps.</content>
public abstract unsafe partial class Model
{
    /// <summary>Refuses what is no number of a word where an <see cref="EmbeddingAttribute"/> reads one, or no number of steps where a layer takes that, before anything changes.</summary>
    internal void CheckWords(ReadOnlySpan<float> inputs, string name)
    {
        int start = 0;
        for (int i = 0; i < Description.Inputs.Count; i++)
        {
            TensorInfo input = Description.Inputs[i];
            CheckWords(inputs, start, input.Size, Description.InputSize, input, name);

            start += input.Size;
        }
    }

    /// <summary>The same for one input, of which each sample holds some values from a place on.</summary>
    internal static void CheckWords(ReadOnlySpan<float> inputs, int start, int length, int sampleSize, TensorInfo input, string name)
    {
        if (input.MaxLength > 0)
        {
            CheckLengths(inputs, start, sampleSize, input, name);
        }

        if (input.Words == 0)
        {
            return;
        }

        for (int sample = start; sample < inputs.Length; sample += sampleSize)
        {
            ReadOnlySpan<float> words = inputs.Slice(sample, length);
            for (int i = 0; i < words.Length; i++)
            {
                float word = words[i];

                // Written so that what is no number fails as well.
                if (!(word >= 0 && word < input.Words && word == MathF.Truncate(word)))
                {
                    throw new ArgumentOutOfRangeException(
                        name,
                        word,
                        FormattableString.Invariant($"expected numbers of words of {input.Name}, whole and from 0 to {input.Words - 1}, actual {word} at {sample + i}"));
                }
            }
        }
    }

    private static void CheckLengths(ReadOnlySpan<float> inputs, int start, int sampleSize, TensorInfo input, string name)
    {
        for (int at = start; at < inputs.Length; at += sampleSize)
        {
            float length = inputs[at];

            // Written so that what is no number fails as well.
            if (!(length >= 1 && length <= input.MaxLength && length == MathF.Truncate(length)))
            {
                throw new ArgumentOutOfRangeException(
                    name,
                    length,
                    FormattableString.Invariant($"expected numbers of steps of {input.Name}, whole and from 1 to {input.MaxLength}, actual {length} at {at}"));
            }
        }
    }
}
