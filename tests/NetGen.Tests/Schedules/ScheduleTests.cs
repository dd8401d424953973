using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Schedules against PyTorch 1.13; the script stands at the end.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void Constant() => Compare(new ConstantSchedule(0.1), 1, [0.1, 0.1, 0.1]);

    [Fact]
    public void Step() => Compare(new StepSchedule(0.1, 2, 0.5), 2, [0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025]);

    [Fact]
    public void Exponential() => Compare(new ExponentialSchedule(0.1, 0.9), 2, [0.1, 0.1, 0.09, 0.09, 0.081, 0.081]);

    [Fact]
    public void Cosine() => Compare(
        new CosineSchedule(0.1, 0.01),
        3,
        [0.1, 0.0977975432, 0.0914057647, 0.0814503364, 0.0689057647, 0.055, 0.0410942353, 0.0285496636, 0.0185942353, 0.0122024568]);

    [Fact]
    public void OneCycle() => Compare(
        new OneCycleSchedule(0.1),
        3,
        [0.004, 0.052, 0.1, 0.0950484632, 0.0811745654, 0.0611262022, 0.0388741978, 0.0188258346, 0.0049519368, 4e-07]);

    [Fact]
    public void OneCycle_OfAnotherForm() => Compare(
        new OneCycleSchedule(0.1, 0.5, 10, 100), 3, [0.01, 0.0325, 0.0775, 0.1, 0.0853699837, 0.05005, 0.0147300163, 0.0001]);

    [Fact]
    public void WarmUp() => Compare(
        new WarmUpSchedule(new CosineSchedule(0.1), 2, 0.25),
        2,
        [0.025, 0.04375, 0.0625, 0.08125, 0.1, 0.0933012702, 0.075, 0.05, 0.025, 0.00669872981]);

    [Fact]
    public void StepsPastTheEnd_HaveTheLastRate() => new OneCycleSchedule(0.1).Rate(50, 10, 1).ShouldBe(4e-7f, 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void ShortTrainings_HaveFiniteRates(double rise)
    {
        LearningRateSchedule oneCycle = new OneCycleSchedule(0.1, rise);
        for (int total = 1; total < 12; total++)
        {
            for (int step = 0; step < total; step++)
            {
                oneCycle.Rate(step, total, 1).ShouldBeInRange(0, 0.1f);
                new WarmUpSchedule(oneCycle, 5).Rate(step, total, 1).ShouldBeInRange(0, 0.1f);
            }
        }
    }

    [Fact]
    public void BadArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ConstantSchedule(-1)).ParamName.ShouldBe("rate");
        Should.Throw<ArgumentOutOfRangeException>(() => new StepSchedule(0.1, 0)).ParamName.ShouldBe("epochs");
        Should.Throw<ArgumentOutOfRangeException>(() => new OneCycleSchedule(0.1, 1.5)).Message.ShouldContain("expected a number from 0 to 1, actual 1.5");
        Should.Throw<ArgumentOutOfRangeException>(() => new ConstantSchedule(1).Rate(-1, 1, 1)).ParamName.ShouldBe("step");
    }

    private static void Compare(LearningRateSchedule schedule, int stepsPerEpoch, double[] expected)
    {
        for (int step = 0; step < expected.Length; step++)
        {
            ((double)schedule.Rate(step, expected.Length, stepsPerEpoch)).ShouldBe(expected[step], 1e-8, $"step {step}");
        }
    }
}

/* python3:
   import torch
   from torch.optim.lr_scheduler import *
   import warnings; warnings.filterwarnings("ignore")
   def rates(make, steps, every=1):
       o = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1); s = make(o); r = []
       for t in range(steps):
           r.append(o.param_groups[0]["lr"]); o.step()
           if (t + 1) % every == 0: s.step()
       return ", ".join("%.9g" % x for x in r)
   print("step", rates(lambda o: StepLR(o, 2, 0.5), 10, 2))
   print("exp", rates(lambda o: ExponentialLR(o, 0.9), 6, 2))
   print("cos", rates(lambda o: CosineAnnealingLR(o, 10, 0.01), 10))
   print("one", rates(lambda o: OneCycleLR(o, 0.1, total_steps=10), 10))
   print("one2", rates(lambda o: OneCycleLR(o, 0.1, total_steps=8, pct_start=0.5, div_factor=10, final_div_factor=100), 8))
   print("warm", rates(lambda o: SequentialLR(o, [LinearLR(o, 0.25, total_iters=4), CosineAnnealingLR(o, 6)], [4]), 10))
*/
