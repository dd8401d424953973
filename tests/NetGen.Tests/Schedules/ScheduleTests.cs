using Shouldly;

namespace NetGen.Tests.Schedules;

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
    public void CosineRestarts() => Compare(
        new CosineRestartsSchedule(0.1, 2, minimum: 0.01),
        2,
        [0.1, 0.0868198052, 0.055, 0.0231801948, 0.1, 0.0868198052, 0.055, 0.0231801948, 0.1, 0.0868198052]);

    [Fact]
    public void CosineRestarts_OfGrowingLength() => Compare(
        new CosineRestartsSchedule(0.1, 1, 2),
        2,
        [0.1, 0.05, 0.1, 0.0853553391, 0.05, 0.0146446609, 0.1, 0.0961939766, 0.0853553391, 0.0691341716, 0.05, 0.0308658284, 0.0146446609, 0.00380602337, 0.1, 0.099039264]);

    [Fact]
    public void CosineRestarts_ThreeTimesAsLong() => Compare(
        new CosineRestartsSchedule(0.1, 1, 3, 0.02),
        1,
        [0.1, 0.1, 0.08, 0.04, 0.1, 0.0975877048, 0.0906417777, 0.08, 0.0669459271, 0.0530540729, 0.04, 0.0293582223, 0.0224122952, 0.1, 0.0997295343, 0.0989217948]);

    [Fact]
    public void CosineRestarts_OfHugeNumbers_AreFinite() =>
        new CosineRestartsSchedule(0.1, int.MaxValue, int.MaxValue).Rate(long.MaxValue - 1, long.MaxValue, int.MaxValue).ShouldBeInRange(0, 0.1f);

    [Fact]
    public void MultiStep() => Compare(
        new MultiStepSchedule(0.1, [1, 3, 4], 0.5), 2, [0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025, 0.0125, 0.0125, 0.0125, 0.0125]);

    [Fact]
    public void Polynomial() => Compare(new PolynomialSchedule(0.1, 2), 3, [0.1, 0.081, 0.064, 0.049, 0.036, 0.025, 0.016, 0.009, 0.004, 0.001]);

    /// <summary>By hand: 0.02 + 0.08 × (1 - t / 4)³.</summary>
    [Fact]
    public void Polynomial_WithAMinimum() => Compare(new PolynomialSchedule(0.1, 3, 0.02), 1, [0.1, 0.05375, 0.03, 0.02125]);

    [Fact]
    public void Linear() => Compare(new LinearSchedule(0.1, 0.02), 3, [0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03]);

    [Fact]
    public void Lambda() => Compare(
        new LambdaSchedule(0.1, epochs => Math.Pow(0.95, Math.Floor(epochs))), 2, [0.1, 0.1, 0.095, 0.095, 0.09025, 0.09025, 0.0857375, 0.0857375]);

    [Fact]
    public void Lambda_SeesPartsOfEpochs() => Compare(new LambdaSchedule(2, epochs => epochs), 4, [0, 0.5, 1, 1.5, 2]);

    [Fact]
    public void Sequential() => Compare(
        new SequentialSchedule([new LinearSchedule(0.025, 0.1), new CosineSchedule(0.1), new ExponentialSchedule(0.1, 0.5)], [4, 8]),
        1,
        [0.025, 0.04375, 0.0625, 0.08125, 0.1, 0.0853553391, 0.05, 0.0146446609, 0.1, 0.05, 0.025, 0.0125]);

    /// <summary>A milestone at a part of an epoch, and one that is not reached: the schedule before it is at 3 of its 8 steps when the training ends.</summary>
    [Fact]
    public void Sequential_OfPartsOfEpochs() => Compare(
        new SequentialSchedule([new ConstantSchedule(1), new LinearSchedule(8, 0), new ConstantSchedule(9)], [0.5, 2.5]), 4, [1, 1, 8, 7, 6]);

    /// <summary>One that gets no whole step is left out.</summary>
    [Fact]
    public void Sequential_OfLessThanAStep() => Compare(
        new SequentialSchedule([new ConstantSchedule(1), new ConstantSchedule(2), new ConstantSchedule(3)], [0.1, 1.1]), 2, [2, 2, 3]);

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
        Should.Throw<ArgumentOutOfRangeException>(() => new CosineRestartsSchedule(0.1, 1, 0)).ParamName.ShouldBe("factor");
        Should.Throw<ArgumentOutOfRangeException>(() => new PolynomialSchedule(0.1, 0)).ParamName.ShouldBe("power");
        Should.Throw<ArgumentOutOfRangeException>(() => new LinearSchedule(0.1, double.NaN)).ParamName.ShouldBe("end");
        Should.Throw<ArgumentException>(() => new MultiStepSchedule(0.1, [1, 3, 3])).Message.ShouldContain("over 0 in rising order, actual 1, 3, 3");
        Should.Throw<ArgumentException>(() => new MultiStepSchedule(0.1, [0])).ParamName.ShouldBe("milestones");
        Should.Throw<ArgumentException>(() => new SequentialSchedule([], [])).ParamName.ShouldBe("schedules");
        Should.Throw<ArgumentException>(() => new SequentialSchedule([new ConstantSchedule(1)], [2])).Message.ShouldContain("expected 0 milestones for 1 schedules, actual 1");
        Should.Throw<ArgumentException>(() => new SequentialSchedule([new ConstantSchedule(1), new ConstantSchedule(1)], [double.NaN])).ParamName.ShouldBe("milestones");
        Should.Throw<InvalidOperationException>(() => new LambdaSchedule(0.5, _ => -2).Rate(3, 4, 2)).Message
            .ShouldContain("expected a factor that makes a finite rate of 0 or more of 0.5, actual -2 after 1.5 epochs");
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
   def restarts(T0, Tm, mn, steps, per):
       o = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1); s = CosineAnnealingWarmRestarts(o, T0, Tm, mn); r = []
       for t in range(steps):
           s.step(t / per); r.append(o.param_groups[0]["lr"])
       return ", ".join("%.9g" % x for x in r)
   print("restarts", restarts(2, 1, 0.01, 10, 2))
   print("restarts, growing", restarts(1, 2, 0, 16, 2))
   print("restarts, three times", restarts(1, 3, 0.02, 16, 1))
   print("multi", rates(lambda o: MultiStepLR(o, [1, 3, 4], 0.5), 12, 2))
   print("poly", rates(lambda o: PolynomialLR(o, 10, 2), 10))
   print("linear", rates(lambda o: LinearLR(o, 1, 0.2, 8), 8))
   print("lambda", rates(lambda o: LambdaLR(o, lambda e: 0.95 ** e), 8, 2))
   print("seq", rates(lambda o: SequentialLR(o, [LinearLR(o, 0.25, total_iters=4), CosineAnnealingLR(o, 4), ExponentialLR(o, 0.5)], [4, 8]), 12))
*/
