using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Optimizers;

public sealed class GradientClippingTests
{
    [Fact]
    public void Norm() => Compare(new Sgd(0.1f) { Momentum = 0.9, GradientClipNorm = 0.9 }, GroupFigures.ClipNorm, GroupFigures.ClipNormNorms);

    [Fact]
    public void Value() => Compare(new Sgd(0.1f) { Momentum = 0.9, GradientClipValue = 0.2 }, GroupFigures.ClipValue, null);

    [Fact]
    public void Both() => Compare(new Sgd(0.1f) { Momentum = 0.9, GradientClipValue = 0.2, GradientClipNorm = 0.5 }, GroupFigures.ClipBoth, GroupFigures.ClipBothNorms);

    [Fact]
    public void Norm_WithoutWhatIsFrozen()
    {
        Sgd optimizer = new(0.1f) { Momentum = 0.9, GradientClipNorm = 0.75 };
        optimizer.Freeze("a.bias");

        Compare(optimizer, GroupFigures.ClipFrozen, GroupFigures.ClipFrozenNorms);
    }

    [Fact]
    public void GradientsOfAFrozenParameter_StayAsTheyAre()
    {
        Sgd optimizer = new(0.1f) { GradientClipNorm = 0.1, GradientClipValue = 0.01 };
        optimizer.Freeze("b.*");
        ParameterSet parameters = LayeredParameters.Make();
        parameters.Gradients.Fill(1);

        optimizer.Step(parameters);

        parameters["b.weight"].Gradient.ToArray().ShouldAllBe(g => g == 1);
        parameters["a.bias"].Gradient.ToArray().ShouldAllBe(g => g == 0.01f);
    }

    [Fact]
    public void ASmallNorm_LeavesTheGradientsAlone()
    {
        Sgd optimizer = new(0.1f) { GradientClipNorm = 5.1 };
        ParameterSet parameters = LayeredParameters.Make();
        parameters["a.bias"].Gradient[0] = 3;
        parameters["b.bias"].Gradient[0] = -4;

        optimizer.Step(parameters);

        optimizer.LastGradientNorm.ShouldBe(5);
        parameters.Gradients.ToArray().Where(g => g != 0).ShouldBe([3, -4]);
        optimizer.GradientClipNorm = null;
        optimizer.Step(parameters);
        optimizer.LastGradientNorm.ShouldBeNull();
    }

    [Fact]
    public void WhatIsNoNumber_IsShown()
    {
        Sgd optimizer = new(0.1f) { GradientClipNorm = 1, GradientClipValue = 1 };
        ParameterSet parameters = LayeredParameters.Make();
        parameters.Gradients.Fill(1);
        parameters["a.weight"].Gradient[2] = float.NaN;

        optimizer.Step(parameters);

        optimizer.LastGradientNorm.ShouldBe(double.NaN);
        parameters.TrainableValues.ToArray().ShouldAllBe(v => float.IsNaN(v));
    }

    [Fact]
    public void AValueThatIsNoNumber_StaysSo()
    {
        Sgd optimizer = new(0.1f) { GradientClipValue = 0.5 };
        ParameterSet parameters = LayeredParameters.Make();
        parameters.Gradients.Fill(float.NegativeInfinity);
        parameters.Gradients[1] = float.NaN;
        parameters.Gradients[18] = float.NaN;

        optimizer.Step(parameters);

        parameters.Gradients.ToArray().ShouldBe([-0.5f, float.NaN, .. Enumerable.Repeat(-0.5f, 16), float.NaN]);
    }

    /// <summary>Sums of squares of 1 to n, n (n + 1) (2n + 1) / 6, are exact here.</summary>
    [Fact]
    public void Sums_HaveNoGapAtAnyLengthOrPlace()
    {
        for (int length = 0; length < 40; length++)
        {
            float[] numbers = [.. Enumerable.Range(1, length).Select(i => (float)i)];
            for (int place = 0; place < 9; place++)
            {
                SquareSum sum = default;
                sum.Add(numbers, place);
                sum.Total.ShouldBe(length * (length + 1) * ((2 * length) + 1) / 6);
            }
        }
    }

    [Fact]
    public void TheNorm_DependsNeitherOnThreadsNorOnCuts()
    {
        double[] norms = [.. ((int[])[1, 2, 5]).SelectMany(threads => ((bool[])[false, true]).Select(cut => Norm(threads, cut)))];

        norms.ShouldAllBe(n => n == norms[0]);

        static double Norm(int threads, bool cut)
        {
            using WorkerPool pool = new(threads);
            ParameterSet parameters = new([.. Enumerable.Range(0, 6).Select(i => new ParameterInfo($"p{i}", [(30_011 * i) + 3], true, Initialization.Zero, 0, 0))]);
            for (int i = 0; i < parameters.TrainableCount; i++)
            {
                parameters.Gradients[i] = MathF.Sin(i) / 3;
            }

            Sgd optimizer = new(0.1f) { GradientClipNorm = 1 };
            if (cut)
            {
                optimizer.Groups.Add(new ParameterGroup("p1", "p3", "p4") { LearningRateFactor = 2 });
            }

            optimizer.Step(parameters, pool);
            return optimizer.LastGradientNorm!.Value;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void BadLimits_AreRefused(double limit)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(1).GradientClipNorm = limit).ParamName.ShouldBe("GradientClipNorm");
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(1).GradientClipValue = limit).ParamName.ShouldBe("GradientClipValue");
    }

    private static void Compare(Optimizer optimizer, float[] expected, double[]? norms)
    {
        ParameterSet parameters = LayeredParameters.Make();
        for (int step = 0; step < 5; step++)
        {
            LayeredParameters.Step(optimizer, parameters, step);
            if (norms is null)
            {
                optimizer.LastGradientNorm.ShouldBeNull();
            }
            else
            {
                optimizer.LastGradientNorm!.Value.ShouldBe(norms[step], 1e-6);
            }
        }

        ParameterGroupTests.Compare(parameters, expected);
    }
}
