using System.Numerics;
using NetGen.Runtime;
using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Optimizers;

public sealed class OptimizerTests
{
    public static TheoryData<string> Names => [.. Makers.Keys];

    private static Dictionary<string, Func<Optimizer>> Makers { get; } = new()
    {
        ["Sgd"] = () => new Sgd(0.1f),
        ["Sgd momentum"] = () => new Sgd(0.1f) { Momentum = 0.9 },
        ["AdaGrad"] = () => new AdaGrad(),
        ["RmsProp"] = () => new RmsProp(),
        ["RmsProp momentum"] = () => new RmsProp { Momentum = 0.9 },
        ["Adam"] = () => new Adam(),
        ["AmsGrad"] = () => new AmsGrad(),
        ["AdamW"] = () => new AdamW(),
    };

    internal static Optimizer Make(string name) => Makers[name]();

    [Theory]
    [MemberData(nameof(Names))]
    public void EachLength_GivesTheSameBits(string name)
    {
        float[] longest = FlatParameters.After(Makers[name](), 80, 3);
        for (int count = 2; count < 80; count++)
        {
            FlatParameters.After(Makers[name](), count, 3).ShouldBe(longest[..count]);
        }
    }

    /// <summary>Several blocks, the last of which ends in no whole vector.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void StepsOnThreads_GiveTheSameBits(string name)
    {
        const int Count = 150_003;
        float[] expected = FlatParameters.After(Makers[name](), Count, 3);
        foreach (int threads in (int[])[1, 2, 5])
        {
            using WorkerPool pool = new(threads);
            Optimizer optimizer = Makers[name]();
            ParameterSet parameters = FlatParameters.Make(Count);
            for (int step = 0; step < 3; step++)
            {
                FlatParameters.SetGradients(parameters, step);
                optimizer.Step(parameters, pool);
            }

            parameters.TrainableValues.ToArray().ShouldBe(expected);
        }
    }

    /// <summary>A gradient that is no number shows in its weight from then on, in whole vectors and behind them, and in no other.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AGradientThatIsNoNumber_ShowsInItsWeightAlone(string name)
    {
        float[] expected = FlatParameters.After(Makers[name](), 21, 4);
        foreach (int place in (int[])[0, 5, 20])
        {
            Optimizer optimizer = Makers[name]();
            ParameterSet parameters = FlatParameters.Make(21);
            for (int step = 0; step < 4; step++)
            {
                FlatParameters.SetGradients(parameters, step);
                if (step == 1)
                {
                    parameters.Gradients[place] = float.NaN;
                }

                optimizer.Step(parameters);
            }

            float[] shown = [.. expected];
            shown[place] = float.NaN;
            parameters.TrainableValues.ToArray().ShouldBe(shown);
        }
    }

    /// <summary>Once its gradient is zero a weight's momentum shrinks to zero, not to a number that processors are slow with.</summary>
    [Fact]
    public void AMeanThatFades_BecomesZero()
    {
        Vector<float> value = Vector<float>.One;
        Vector<float> first = new(1e-3f);
        Vector<float> second = new(1e-6f);
        Vector<float> third = default;
        SgdMomentumRule momentum = new(0.1f, 0, 0.9f, 1, nesterov: false);
        for (int step = 0; step < 1000; step++)
        {
            momentum.Apply(ref value, Vector<float>.Zero, ref first, ref second, ref third);
            (Vector.EqualsAny(first, Vector<float>.Zero) || float.IsNormal(first[0])).ShouldBeTrue();
        }

        first.ShouldBe(Vector<float>.Zero);
        value[0].ShouldBe(1 - (0.1f * 0.009f), 1e-6f);
    }

    [Theory]
    [InlineData(1e-38f, 0)]
    [InlineData(-1e-44f, 0)]
    [InlineData(1.2e-38f, 1.2e-38f)]
    [InlineData(-2, -2)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    public void Subnormals_AreFlushed(float value, float flushed) =>
        Subnormal.Flush(new Vector<float>(value))[0].ShouldBe(flushed);

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_LeavesGradientsAndBuffersAlone(string name)
    {
        ParameterSet parameters = FlatParameters.Make(21);
        FlatParameters.SetGradients(parameters, 1);
        float[] gradients = parameters.Gradients.ToArray();

        Makers[name]().Step(parameters);

        parameters.Gradients.ToArray().ShouldBe(gradients);
        parameters["a.running_mean"].Values.ToArray().ShouldBe([0, 0, 0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LaterSteps_AllocateNothing(string name)
    {
        Optimizer optimizer = Makers[name]();
        ParameterSet parameters = FlatParameters.Make(50);
        for (int i = 0; i < 100; i++)
        {
            optimizer.Step(parameters);
        }

        Allocations.OnThisThread(() => optimizer.Step(parameters), 1_000).ShouldBeLessThan(1_000 * Allocations.SmallestObject / 2);

        optimizer.Steps.ShouldBe(1_100);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_TellsTheModel(string name)
    {
        ParameterSet parameters = FlatParameters.Make(5);
        int version = parameters.Version;

        Makers[name]().Step(parameters);

        parameters.Version.ShouldBeGreaterThan(version);
    }

    [Fact]
    public void AnotherModelsParameters_AreRefused()
    {
        Optimizer optimizer = new Adam();
        optimizer.Step(FlatParameters.Make(5));

        string message = Should.Throw<ArgumentException>(() => optimizer.Step(FlatParameters.Make(7))).Message;

        message.ShouldContain("expected the parameters of the first step (5 values), actual those of another model (7 values)");
    }

    [Fact]
    public void LearningRate_MayChangeBetweenSteps()
    {
        ParameterSet parameters = FlatParameters.Make(2);
        parameters.TrainableValues.Fill(1);
        parameters.Gradients.Fill(1);
        Sgd optimizer = new(0.5f);

        optimizer.Step(parameters);
        optimizer.LearningRate = 0.25f;
        optimizer.Step(parameters);

        parameters.TrainableValues.ToArray().ShouldBe([0.25f, 0.25f]);
    }

    [Fact]
    public void SettingsThatDecideTheState_AreFixedByTheFirstStep()
    {
        Sgd sgd = new(0.1f) { Momentum = 0.5 };
        AmsGrad adam = new();
        sgd.Step(FlatParameters.Make(3));
        adam.Step(FlatParameters.Make(3));

        sgd.Momentum = 0.9;
        Should.Throw<InvalidOperationException>(() => sgd.Momentum = 0).Message.ShouldContain("Momentum");
        Should.Throw<InvalidOperationException>(() => ((Adam)adam).AmsGrad = false).Message.ShouldContain("AmsGrad");
    }

    [Theory]
    [InlineData(-0.1f, "-0.1")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void BadRates_AreRefused(float rate, string actual)
    {
        ArgumentOutOfRangeException e = Should.Throw<ArgumentOutOfRangeException>(() => new Adam().LearningRate = rate);

        e.ParamName.ShouldBe("LearningRate");
        e.Message.ShouldContain($"expected a finite number of 0 or more, actual {actual}");
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(rate)).ParamName.ShouldBe("learningRate");
    }

    [Fact]
    public void BadSettings_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam { Beta1 = 1 }).ParamName.ShouldBe("Beta1");
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam { Beta2 = -0.1 }).ParamName.ShouldBe("Beta2");
        Should.Throw<ArgumentOutOfRangeException>(() => new Adam { Epsilon = double.NaN }).ParamName.ShouldBe("Epsilon");
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(1) { WeightDecay = -1 }).ParamName.ShouldBe("WeightDecay");
        Should.Throw<ArgumentOutOfRangeException>(() => new RmsProp { Alpha = 1 }).ParamName.ShouldBe("Alpha");
        Should.Throw<InvalidOperationException>(() => new Sgd(1) { Nesterov = true }.Step(FlatParameters.Make(3))).Message.ShouldContain("Nesterov");
    }

    [Fact]
    public void RefusedSettings_DoNotCountAsAStep()
    {
        Sgd optimizer = new(1) { Nesterov = true };

        Should.Throw<InvalidOperationException>(() => optimizer.Step(FlatParameters.Make(3)));

        optimizer.Steps.ShouldBe(0);
    }
}
