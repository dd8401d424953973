using NetGen.Runtime;
using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Optimizers;

public sealed class ParameterGroupTests
{
    [Fact]
    public void Sgd() => Compare(LayeredParameters.After(Grouped(new Sgd(0.1f) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.01 }), 5), GroupFigures.SgdGroups);

    [Fact]
    public void Adam() => Compare(LayeredParameters.After(Grouped(new Adam(0.05f) { WeightDecay = 0.01 }), 5), GroupFigures.AdamGroups);

    [Fact]
    public void AdamW() => Compare(LayeredParameters.After(Grouped(new AdamW(0.05f) { WeightDecay = 0.2 }), 5), GroupFigures.AdamWGroups);

    /// <summary>Values that were frozen take up the formulas' corrections where they left them: PyTorch counts each parameter's own steps.</summary>
    [Fact]
    public void ThawedSgd() => Compare(FreezeAndThaw(new Sgd(0.1f) { Momentum = 0.9, Dampening = 0.3, WeightDecay = 0.01 }), GroupFigures.SgdThaw);

    [Fact]
    public void ThawedAdam() => Compare(FreezeAndThaw(new Adam(0.05f) { WeightDecay = 0.01 }), GroupFigures.AdamThaw);

    [Fact]
    public void TheFirstGroup_Decides()
    {
        Sgd optimizer = new(0.5f)
        {
            Groups = { new ParameterGroup("?.bias") { LearningRateFactor = 0.5f }, new ParameterGroup("a*") { LearningRateFactor = 0 } },
        };

        ParameterSet moved = Moved(optimizer);

        moved["a.weight"].Values.ToArray().ShouldAllBe(v => v == 0);
        moved["a.bias"].Values.ToArray().ShouldAllBe(v => v == 0.25f);
        moved["b.weight"].Values.ToArray().ShouldAllBe(v => v == 0.5f);
        moved["b.bias"].Values.ToArray().ShouldAllBe(v => v == 0.25f);
    }

    [Fact]
    public void APredicate_Decides()
    {
        Sgd optimizer = new(0.5f);
        optimizer.Groups.Add(new ParameterGroup(p => p.Length == 4) { LearningRateFactor = 2 });
        optimizer.Groups.Add(new ParameterGroup(_ => false) { LearningRateFactor = 9 });

        ParameterSet moved = Moved(optimizer);

        moved["a.bias"].Values.ToArray().ShouldAllBe(v => v == 1);
        moved["b.weight"].Values.ToArray().ShouldAllBe(v => v == 1);
        moved["b.bias"].Values.ToArray().ShouldAllBe(v => v == 0.5f);
    }

    /// <summary>Adding, changing, replacing, removing and clearing all count from the next step on.</summary>
    [Fact]
    public void Groups_MayChangeBetweenSteps()
    {
        ParameterSet parameters = LayeredParameters.Make();
        Sgd optimizer = new(1);
        ParameterGroup group = new("a.*");

        Fall().ShouldBe(1);
        optimizer.Groups.Add(group);
        group.LearningRateFactor = 0.5f;
        Fall().ShouldBe(0.5f);
        group.Frozen = true;
        Fall().ShouldBe(0);
        optimizer.Groups[0] = new ParameterGroup("a.weight") { LearningRateFactor = 4 };
        Fall().ShouldBe(4);
        optimizer.Groups.Remove(optimizer.Groups[0]);
        Fall().ShouldBe(1);
        optimizer.Groups.Add(group);
        optimizer.Groups.Clear();
        group.LearningRateFactor = 7;
        Fall().ShouldBe(1);

        float Fall()
        {
            parameters.TrainableValues.Clear();
            parameters.Gradients.Fill(-1);
            optimizer.Step(parameters);
            return parameters["a.weight"].Values[3];
        }
    }

    [Fact]
    public void BiasesAndNorms_NeedNotDecay()
    {
        ParameterSet parameters = new(
        [
            new ParameterInfo("conv1.weight", [2, 1, 1, 1], true, Initialization.Zero, 0, 0),
            new ParameterInfo("conv1.bias", [2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("layernorm1.weight", [2, 1, 2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("layernorm1.bias", [2, 1, 2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("prelu1.weight", [2], true, Initialization.Zero, 0, 0),
            new ParameterInfo("dense1.weight", [3, 4], true, Initialization.Zero, 0, 0),
            new ParameterInfo("dense1.bias", [3], true, Initialization.Zero, 0, 0),
        ]);
        parameters.TrainableValues.Fill(1);
        Sgd optimizer = new(1) { WeightDecay = 0.5, DecayBiasesAndNorms = false, Groups = { new ParameterGroup("dense1.bias") { WeightDecay = 0.25 } } };

        optimizer.Step(parameters);

        parameters.Select(p => p.Values[0]).ShouldBe([0.5f, 1, 1, 1, 1, 0.5f, 0.75f]);
        parameters.All(p => p.Values.IndexOfAnyExcept(p.Values[0]) < 0).ShouldBeTrue();
        optimizer.DecayBiasesAndNorms = true;
        optimizer.Step(parameters);
        parameters["conv1.bias"].Values[0].ShouldBe(0.5f);
    }

    /// <summary>A user's own optimizer is called for each run, with the run's settings and state.</summary>
    [Fact]
    public void AUsersOptimizer_IsCalledForEachRun()
    {
        Counting optimizer = new() { WeightDecay = 0.5 };
        ParameterSet parameters = LayeredParameters.Make();
        optimizer.Step(parameters);
        optimizer.Runs.ShouldBe([(19, 19, 1, 0.5, 1)]);

        optimizer.Runs.Clear();
        optimizer.Groups.Add(new ParameterGroup("a.weight"));
        optimizer.Groups.Add(new ParameterGroup("b.weight") { LearningRateFactor = 2, WeightDecay = 0 });
        optimizer.Freeze("b.bias");
        optimizer.Step(parameters);
        optimizer.Runs.ShouldBe([(14, 14, 1, 0.5, 2), (4, 4, 2, 0, 2)]);

        optimizer.Runs.Clear();
        optimizer.Thaw("*");
        optimizer.Groups.Clear();
        optimizer.Step(parameters);
        optimizer.Runs.ShouldBe([(18, 18, 1, 0.5, 3), (1, 1, 1, 0.5, 2)]);
        optimizer.Total.ShouldBe([.. Enumerable.Repeat(3f, 18), 2f]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void StepsWithGroupsAndClipping_AllocateNothing(int threads)
    {
        using WorkerPool pool = new(threads);
        ParameterSet parameters = LayeredParameters.Make();
        Adam optimizer = new() { DecayBiasesAndNorms = false, WeightDecay = 0.1, GradientClipNorm = 0.5, GradientClipValue = 0.2, Groups = { new ParameterGroup("b.*") } };
        optimizer.Freeze("a.weight");
        for (int i = 0; i < 100; i++)
        {
            optimizer.Step(parameters, pool);
        }

        Allocations.OnThreadsOf(pool, () => optimizer.Step(parameters, pool), 1_000).ShouldAllBe(bytes => bytes < 1_000 * Allocations.SmallestObject / 2);
    }

    [Fact]
    public void BadGroups_AreRefused()
    {
        Should.Throw<ArgumentException>(() => new ParameterGroup([])).Message.ShouldContain("expected at least one pattern");
        Should.Throw<ArgumentException>(() => new ParameterGroup("a", "")).Message.ShouldContain("actual [\"a\", \"\"]");
        Should.Throw<ArgumentNullException>(() => new Sgd(1).Groups.Add(null!));
        Should.Throw<ArgumentOutOfRangeException>(() => new ParameterGroup("a") { LearningRateFactor = -1 }).ParamName.ShouldBe("LearningRateFactor");
        Should.Throw<ArgumentOutOfRangeException>(() => new ParameterGroup("a") { WeightDecay = double.NaN }).ParamName.ShouldBe("WeightDecay");
    }

    [Theory]
    [InlineData("a.*", "a.weight", true)]
    [InlineData("*", "a.b.weight", true)]
    [InlineData("*.weight", "a.b.weight", true)]
    [InlineData("a?.bias", "a1.bias", true)]
    [InlineData("a?.bias", "a.bias", false)]
    [InlineData("a?.bias", "a12.bias", false)]
    [InlineData("a", "a.weight", false)]
    [InlineData("A.*", "a.weight", false)]
    [InlineData("a.*t*", "a.weight", true)]
    public void Patterns_FitWholePaths(string pattern, string path, bool fits) => PathPatterns.Fits(pattern, path).ShouldBe(fits);

    internal static Optimizer Grouped(Optimizer optimizer)
    {
        optimizer.Groups.Add(new ParameterGroup("a.bias") { LearningRateFactor = 0.1f, WeightDecay = 0.05 });
        optimizer.Groups.Add(new ParameterGroup("b.weight") { LearningRateFactor = 2 });
        optimizer.Groups.Add(new ParameterGroup("b.*") { WeightDecay = 0 });
        return optimizer;
    }

    internal static void Compare(ParameterSet parameters, float[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            parameters.TrainableValues[i].ShouldBe(expected[i], 2e-6, $"value {i}");
        }
    }

    private static ParameterSet FreezeAndThaw(Optimizer optimizer)
    {
        ParameterSet parameters = LayeredParameters.Make();
        for (int step = 0; step < 5; step++)
        {
            switch (step)
            {
                case 0:
                    optimizer.Freeze("b.weight");
                    break;
                case 1:
                    optimizer.Thaw("b.weight");
                    optimizer.Freeze("a.*");
                    break;
                case 3:
                    optimizer.Thaw("a.*");
                    break;
            }

            LayeredParameters.Step(optimizer, parameters, step);
        }

        return parameters;
    }

    private static ParameterSet Moved(Optimizer optimizer)
    {
        ParameterSet parameters = LayeredParameters.Make();
        parameters.TrainableValues.Clear();
        parameters.Gradients.Fill(-1);
        optimizer.Step(parameters);
        return parameters;
    }

    private sealed class Counting() : Optimizer(1)
    {
        public List<(int Values, int Gradients, float Rate, double Decay, long Steps)> Runs { get; } = [];

        public float[] Total => State(0).ToArray();

        protected override int StateCount => 1;

        protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
        {
            State(0).Length.ShouldBe(values.Length);
            State(1).IsEmpty.ShouldBeTrue();
            foreach (ref float state in State(0))
            {
                state++;
            }

            Runs.Add((values.Length, gradients.Length, Rate, Decay, RunSteps));
        }
    }
}
