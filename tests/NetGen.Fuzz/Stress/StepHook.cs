namespace NetGen.Fuzz;

/// <summary>Is asked for the rate before each step, on the training thread: a place to look at the weights between steps.</summary>
/// <param name="rate">The rate, the same at every step.</param>
/// <param name="before">Is told the number of steps taken.</param>
internal sealed class StepHook(float rate, Action<long> before) : LearningRateSchedule
{
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        before(step);
        return rate;
    }
}
