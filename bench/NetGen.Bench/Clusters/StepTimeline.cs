namespace NetGen.Bench.Clusters;

/// <summary>A training step of one machine as the others see it.</summary>
/// <param name="Seconds">From one step's end to the next one's, without waiting for others.</param>
/// <param name="Messages">What is sent, in order: when it begins, in seconds from the step's start, and how many floats.</param>
internal sealed record StepTimeline(double Seconds, IReadOnlyList<(double Begins, int Floats)> Messages)
{
    /// <summary>Floats of all messages.</summary>
    public long Floats => Messages.Sum(m => (long)m.Floats);

    /// <summary>When half of the floats have begun to be sent.</summary>
    public double HalfSent
    {
        get
        {
            long sent = 0;
            return Messages.First(m => (sent += m.Floats) * 2 >= Floats).Begins;
        }
    }
}
