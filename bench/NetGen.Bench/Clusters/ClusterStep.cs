namespace NetGen.Bench.Clusters;

/// <summary>A step on many machines: messages go one after the other, each from when its gradients are whole, and the step ends with the last.</summary>
/// <param name="Seconds">How long it takes.</param>
/// <param name="Sending">How long messages are under way in it.</param>
/// <param name="Compute">How long one machine alone takes.</param>
internal readonly record struct ClusterStep(double Seconds, double Sending, double Compute)
{
    /// <summary>The share of the machines' speed that is left.</summary>
    public double Efficiency => Compute / Seconds;

    /// <summary>The share of sending that computing hides.</summary>
    public double Hidden => Sending == 0 ? 1 : 1 - ((Seconds - Compute) / Sending);

    /// <summary>Plays a step.</summary>
    /// <param name="step">What a machine does.</param>
    /// <param name="cost">What adding so many bytes up costs.</param>
    public static ClusterStep Play(StepTimeline step, Func<long, double> cost)
    {
        double free = 0;
        double sending = 0;
        foreach ((double begins, int floats) in step.Messages)
        {
            double takes = cost((long)floats * sizeof(float));
            free = Math.Max(free, begins) + takes;
            sending += takes;
        }

        return new ClusterStep(Math.Max(step.Seconds, free), sending, step.Seconds);
    }
}
