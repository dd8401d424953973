using Shouldly;

namespace NetGen.Tests.Training;

public sealed class LearningRateFinderTests
{
    [Fact]
    public void Run_RaisesTheRate_AndPutsTheModelBack()
    {
        using SoftmaxRegression model = new(2, 3);
        float[] before = model.Parameters.TrainableValues.ToArray();
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 10 };

        LearningRateCurve curve = new LearningRateFinder { Lowest = 1e-4, Highest = 1, Steps = 201 }.Run(trainer, new Sgd(0), Clusters.Make(95, 1));

        curve.Points.Count.ShouldBe(201);
        curve.Points[0].Rate.ShouldBe(1e-4, 1e-12);
        curve.Points[100].Rate.ShouldBe(1e-2, 1e-10);
        curve.Points[200].Rate.ShouldBe(1, 1e-9);
        curve.Points[200].Loss.ShouldBeLessThan(curve.Points[0].Loss / 2);
        curve.Steepest!.Value.ShouldBeInRange(1e-4, 1);
        model.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    [Fact]
    public void Run_EndsWhereTheLossExplodes()
    {
        using SoftmaxRegression model = new(2, 3);
        float[] before = model.Parameters.TrainableValues.ToArray();
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 10 };

        LearningRateCurve curve = new LearningRateFinder { Lowest = 1, Highest = 1e30, Steps = 60 }.Run(trainer, new Sgd(0), Clusters.Make(95, 1));

        curve.Points.Count.ShouldBeLessThan(60);
        curve.Points.ShouldAllBe(p => double.IsFinite(p.Loss));
        model.Parameters.TrainableValues.ToArray().ShouldBe(before);
    }

    [Fact]
    public void Curve_FindsTheSteepestFallAndTheLeast()
    {
        LearningRateCurve curve = new([(0.01, 3), (0.1, 2.5), (1, 1), (10, 0.9), (100, 2)]);

        curve.Steepest.ShouldBe(1);
        curve.TenthOfLeast.ShouldBe(1);
        new LearningRateCurve([(0.1, 1), (1, 2)]).Steepest.ShouldBeNull();
        new LearningRateCurve([]).TenthOfLeast.ShouldBeNull();
    }

    [Fact]
    public void WrongSettings_AreRefused()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f));
        Sgd used = new(0.1f);
        model.TrainStep(new float[4], new int[2], used);

        Should.Throw<ArgumentException>(() => new LearningRateFinder().Run(trainer, used, Clusters.Make(9, 1))).Message.ShouldContain("expected an optimizer that has taken no step, actual 1");
        Should.Throw<ArgumentException>(() => new LearningRateFinder { Lowest = 1, Highest = 1 }.Run(trainer, new Sgd(1), Clusters.Make(9, 1))).Message.ShouldContain("expected a Highest over Lowest, 1, actual 1");
        Should.Throw<ArgumentException>(() => new LearningRateFinder().Run(trainer, new Sgd(1), Clusters.Numbered(9)));
    }

    [Fact]
    public void OverfitCheck_LearnsABatchByHeart()
    {
        using SoftmaxRegression model = new(2, 3);

        IReadOnlyList<StepResult> steps = OverfitCheck.Run(model, new Adam(0.1f), Clusters.Make(50, 1), batchSize: 8, steps: 150);

        steps.Count.ShouldBe(150);
        steps[0].Count.ShouldBe(8);
        steps[^1].Accuracy.ShouldBe(1);
        steps[^1].Loss.ShouldBeLessThan(steps[0].Loss / 5);
        Should.Throw<ArgumentException>(() => OverfitCheck.Run(model, new Adam(), Clusters.Make(5, 1), batchSize: 6)).Message.ShouldContain("expected a number from 1 to 5, actual 6");
    }
}
