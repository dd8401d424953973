using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Optimizers;

public sealed class FreezeTests
{
    public static TheoryData<string> Names => OptimizerTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void FrozenValues_KeepTheirBits_AndOthersMoveAsWithoutThem(string name)
    {
        Optimizer optimizer = OptimizerTests.Make(name);
        optimizer.WeightDecay = 0.1;
        optimizer.Freeze("a.bias");
        Optimizer other = OptimizerTests.Make(name);
        other.WeightDecay = 0.1;
        string[] before = LayeredParameters.Bits(LayeredParameters.Make()["a.bias"].Values);

        ParameterSet parameters = LayeredParameters.After(optimizer, 4);
        ParameterSet moved = LayeredParameters.After(other, 4);

        LayeredParameters.Bits(parameters["a.bias"].Values).ShouldBe(before);
        foreach (string path in (string[])["a.weight", "b.weight", "b.bias"])
        {
            LayeredParameters.Bits(parameters[path].Values).ShouldBe(LayeredParameters.Bits(moved[path].Values));
        }
    }

    /// <summary>Runs that begin and end within blocks, on threads.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Cuts_AndThreads_ChangeNoBits(string name)
    {
        float[] expected = Run(1, cut: false);
        foreach (int threads in (int[])[1, 2, 5])
        {
            Run(threads, cut: true).ShouldBe(expected);
        }

        float[] Run(int threads, bool cut)
        {
            using WorkerPool pool = new(threads);
            ParameterSet parameters = new([.. Enumerable.Range(0, 5).Select(i => new ParameterInfo($"p{i}", [(30_011 * i) + 1], true, Initialization.Zero, 0, 0))]);
            Optimizer optimizer = OptimizerTests.Make(name);
            optimizer.GradientClipNorm = 3;
            optimizer.Freeze("p1");
            if (cut)
            {
                // Halves of twice the rate, by groups that are two.
                optimizer.LearningRate *= 2;
                optimizer.Groups.Add(new ParameterGroup("p0", "p3") { LearningRateFactor = 0.5f });
                optimizer.Groups.Add(new ParameterGroup("p?") { LearningRateFactor = 0.5f, WeightDecay = optimizer.WeightDecay });
            }

            for (int step = 0; step < 3; step++)
            {
                FlatParameters.SetGradients(parameters, step);
                optimizer.Step(parameters, pool);
            }

            return parameters.TrainableValues.ToArray();
        }
    }

    [Fact]
    public void TheLastCall_Decides_AndGoesBeforeTheGroups()
    {
        ParameterSet parameters = LayeredParameters.Make();
        Sgd optimizer = new(1) { Groups = { new ParameterGroup("b.*") { Frozen = true } } };
        Moving().ShouldBe(["a.weight", "a.bias"]);
        optimizer.Freeze("*.bias", "a.weight");
        Moving().ShouldBe([]);
        optimizer.Thaw("b.bias", "a.*");
        Moving().ShouldBe(["a.weight", "a.bias", "b.bias"]);
        optimizer.Freeze("*.bias");
        Moving().ShouldBe(["a.weight"]);
        optimizer.Thaw("*");
        Moving().ShouldBe(["a.weight", "a.bias", "b.weight", "b.bias"]);

        string[] Moving()
        {
            parameters.TrainableValues.Clear();
            parameters.Gradients.Fill(1);
            optimizer.Step(parameters);
            return [.. parameters.Where(p => p.Trainable && p.Values[0] != 0).Select(p => p.Path)];
        }
    }

    [Fact]
    public void PatternsThatFitNothing_AreToldTogether_WithThePathsThereAre()
    {
        ParameterSet parameters = LayeredParameters.Make();
        Sgd optimizer = new(1) { Groups = { new ParameterGroup("a.wieght", "a.*") } };
        optimizer.Freeze("conv*", "a.running_mean");
        string[] before = LayeredParameters.Bits(parameters.TrainableValues);

        string message = Should.Throw<InvalidOperationException>(() => LayeredParameters.Step(optimizer, parameters, 0)).Message;

        message.ShouldBe("no trainable parameter fits \"a.wieght\", \"conv*\", \"a.running_mean\". There are: a.weight, a.bias, b.weight, b.bias.");
        LayeredParameters.Bits(parameters.TrainableValues).ShouldBe(before);
        optimizer.Steps.ShouldBe(0);
    }

    [Fact]
    public void AfterAStep_APatternThatFitsNothing_IsRefusedAtOnce()
    {
        Sgd optimizer = new(1);
        ParameterSet parameters = LayeredParameters.After(optimizer, 1);

        Should.Throw<ArgumentException>(() => optimizer.Freeze("a.*", "c.*")).Message.ShouldContain("no trainable parameter fits \"c.*\". There are: a.weight");
        LayeredParameters.Step(optimizer, parameters, 1);

        parameters["a.weight"].Values[0].ShouldNotBe(LayeredParameters.After(new Sgd(1), 1)["a.weight"].Values[0]);
        Should.Throw<ArgumentException>(() => optimizer.Thaw()).ParamName.ShouldBe("patterns");
    }

    [Fact]
    public void AGroupThatFitsNothing_CanBeTakenOut()
    {
        Sgd optimizer = new(1) { Groups = { new ParameterGroup("c") } };
        ParameterSet parameters = LayeredParameters.Make();
        Should.Throw<InvalidOperationException>(() => LayeredParameters.Step(optimizer, parameters, 0));

        optimizer.Groups.Clear();
        LayeredParameters.Step(optimizer, parameters, 0);

        optimizer.Steps.ShouldBe(1);
    }
}
