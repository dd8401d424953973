namespace NetGen;

/// <summary>A <see cref="SampleStream"/> failed, or gave a sample that does not fit.</summary>
public sealed class SampleStreamException : Exception
{
    internal SampleStreamException(int epoch, int sample, string problem, Exception? inner = null)
        : base(FormattableString.Invariant($"epoch {epoch}, sample {sample}: {problem}"), inner)
    {
        Epoch = epoch;
        Sample = sample;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The sample's place in the epoch's sequence, from 0; of one that ended too early, how many it had.</summary>
    public int Sample { get; }
}
