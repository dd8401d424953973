using NetGen.Tests.Training;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Optimizers;

public sealed class OptimizerStateTests
{
    public static TheoryData<string> Names => OptimizerTests.Names;

    /// <summary>Three steps, a file, three more in a new optimizer: as six without interruption, also where some parameters missed steps.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void ARestoredState_GoesOnWithTheSameBits(string name)
    {
        using TempFolder folder = new();
        (ParameterSet whole, Optimizer optimizer) = Start(name);
        (ParameterSet first, Optimizer saved) = Start(name);
        Steps(optimizer, whole, 2, 6);
        Steps(saved, first, 2, 3);
        saved.LearningRate *= 0.3f;
        saved.SaveState(folder["state"]);

        ParameterSet second = LayeredParameters.Make();
        first.TrainableValues.CopyTo(second.TrainableValues);
        Optimizer loaded = Make(name);
        loaded.LoadState(second, folder["state"]);
        loaded.LearningRate.ShouldBe(saved.LearningRate);
        loaded.Steps.ShouldBe(3);
        loaded.LearningRate = optimizer.LearningRate;
        Steps(loaded, second, 3, 6);

        LayeredParameters.Bits(second.TrainableValues).ShouldBe(LayeredParameters.Bits(whole.TrainableValues));
        loaded.SaveState(folder["loaded"]);
        optimizer.SaveState(folder["whole"]);
        File.ReadAllBytes(folder["loaded"]).ShouldBe(File.ReadAllBytes(folder["whole"]));
    }

    /// <summary>The same into an optimizer that has taken other steps, with the parameters it knows.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void AStateMayReplaceAnother(string name)
    {
        using TempFolder folder = new();
        (ParameterSet parameters, Optimizer optimizer) = Start(name);
        optimizer.SaveState(folder["state"]);
        float[] values = parameters.TrainableValues.ToArray();
        Steps(optimizer, parameters, 2, 6);
        string[] expected = LayeredParameters.Bits(parameters.TrainableValues);

        optimizer.LoadState(folder["state"]);
        values.CopyTo(parameters.TrainableValues);
        Steps(optimizer, parameters, 2, 6);

        LayeredParameters.Bits(parameters.TrainableValues).ShouldBe(expected);
    }

    [Fact]
    public void Files_UsePyTorchsWords()
    {
        using TempFolder folder = new();
        Optimizer optimizer = new AmsGrad(0.25f);
        LayeredParameters.After(optimizer, 2);

        optimizer.SaveState(folder["state"]);

        SafetensorsFile file = SafetensorsFile.Read(folder["state"]);
        file.Tensors.Keys.Where(k => k.EndsWith("a.weight", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
            ["adam.exp_avg.a.weight", "adam.exp_avg_sq.a.weight", "adam.max_exp_avg_sq.a.weight", "adam.step.a.weight"]);
        file.Tensors["adam.exp_avg.a.weight"].Shape.ShouldBe([5, 2]);
        file.Tensors["adam.step.b.bias"].ToInt64s().ShouldBe([2]);
        file.Tensors.Count.ShouldBe(16);
        file.Metadata.ShouldBe(new Dictionary<string, string> { ["optimizer"] = "adam", ["optimizer.learning_rate"] = "0.25", ["optimizer.steps"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public void AnotherOptimizersState_IsRefused_WithAllThatIsWrong()
    {
        using TempFolder folder = new();
        Sgd sgd = new(0.1f);
        LayeredParameters.After(sgd, 1);
        sgd.SaveState(folder["sgd"]);
        Adam adam = new();
        ParameterSet parameters = LayeredParameters.After(adam, 2);
        SafetensorsTensor[] before = [.. adam.CaptureState().Tensors];

        WeightFileException e = Should.Throw<WeightFileException>(() => adam.LoadState(folder["sgd"]));

        e.Path.ShouldBe(folder["sgd"]);
        e.Problems[0].ShouldBe("metadata \"optimizer\": expected \"adam\", actual \"sgd\"");
        e.Problems.ShouldContain("missing tensor \"adam.exp_avg.a.weight\": expected F32 (5, 2)");
        e.Problems.ShouldContain("unexpected tensor \"sgd.step.b.bias\": I64 ()");
        e.Problems.Count.ShouldBe(1 + 12 + 4);
        adam.Steps.ShouldBe(2);
        adam.CaptureState().Tensors.Select(t => t.Bytes.ToArray()).ShouldBe(before.Select(t => t.Bytes.ToArray()));
        LayeredParameters.Step(adam, parameters, 3);
    }

    [Fact]
    public void AnotherNumberOfStates_IsRefused()
    {
        using TempFolder folder = new();
        Adam adam = new();
        LayeredParameters.After(adam, 1);
        adam.SaveState(folder["adam"]);

        Should.Throw<WeightFileException>(() => new AmsGrad().LoadState(LayeredParameters.Make(), folder["adam"])).Problems.ShouldBe(
            ((string[])["a.weight\": expected F32 (5, 2)", "a.bias\": expected F32 (4)", "b.weight\": expected F32 (2, 2)", "b.bias\": expected F32 (1)"])
            .Select(p => $"missing tensor \"adam.max_exp_avg_sq.{p}"));
    }

    [Fact]
    public void AnotherNetworksState_IsRefused_AndTheFirstStepIsStillFree()
    {
        using TempFolder folder = new();
        Sgd sgd = new(0.1f) { Momentum = 0.9 };
        LayeredParameters.After(sgd, 1);
        sgd.SaveState(folder["sgd"]);
        Sgd other = new(0.1f) { Momentum = 0.9 };

        WeightFileException e = Should.Throw<WeightFileException>(() => other.LoadState(FlatParameters.Make(11), folder["sgd"]));

        e.Problems.ShouldBe(
        [
            "tensor \"sgd.momentum_buffer.a.weight\": expected shape (10), actual (5, 2)",
            "tensor \"sgd.momentum_buffer.a.bias\": expected shape (1), actual (4)",
            "unexpected tensor \"sgd.momentum_buffer.b.bias\": F32 (1)",
            "unexpected tensor \"sgd.momentum_buffer.b.weight\": F32 (2, 2)",
            "unexpected tensor \"sgd.step.b.bias\": I64 ()",
            "unexpected tensor \"sgd.step.b.weight\": I64 ()",
        ]);
        other.Momentum = 0;
        LayeredParameters.After(other, 1);
    }

    [Theory]
    [InlineData("optimizer.steps", "-1", "metadata \"optimizer.steps\": expected a whole number of 0 or more, actual \"-1\"")]
    [InlineData("optimizer.steps", "1", "tensor \"sgd.step.a.weight\": expected a number from 0 to 1, actual 2")]
    [InlineData("optimizer.learning_rate", "NaN", "metadata \"optimizer.learning_rate\": expected a finite number of 0 or more, actual \"NaN\"")]
    [InlineData("optimizer.learning_rate", null, "metadata \"optimizer.learning_rate\": expected a finite number of 0 or more, actual none")]
    public void DamagedMetadata_IsRefused(string key, string? text, string problem)
    {
        Sgd sgd = new(0.1f);
        LayeredParameters.After(sgd, 2);
        NamedState state = sgd.CaptureState();
        Dictionary<string, string> metadata = new(state.Metadata);
        metadata.Remove(key);
        if (text is not null)
        {
            metadata.Add(key, text);
        }

        Should.Throw<WeightFileException>(() => new Sgd(0.1f).RestoreState(LayeredParameters.Make(), state with { Metadata = metadata }, "file")).Problems[0].ShouldBe(problem);
    }

    [Fact]
    public void WithoutAState_ThereIsNothingToSave()
    {
        using TempFolder folder = new();

        Should.Throw<InvalidOperationException>(() => new Adam().SaveState(folder["state"])).Message.ShouldContain("no step was taken");
        Should.Throw<InvalidOperationException>(() => new Adam().LoadState(folder["state"])).Message.ShouldContain("LoadState(model.Parameters, path)");
        folder.Names().ShouldBeEmpty();
    }

    [Fact]
    public void ALoadedState_BelongsToItsParameters()
    {
        using TempFolder folder = new();
        Sgd sgd = new(0.1f) { Momentum = 0.5 };
        LayeredParameters.After(sgd, 1);
        sgd.SaveState(folder["sgd"]);
        Sgd loaded = new(0.1f) { Momentum = 0.5 };
        loaded.LoadState(LayeredParameters.Make(), folder["sgd"]);

        Should.Throw<ArgumentException>(() => loaded.Step(LayeredParameters.Make())).ParamName.ShouldBe("parameters");
        Should.Throw<ArgumentException>(() => loaded.LoadState(LayeredParameters.Make(), folder["sgd"])).ParamName.ShouldBe("parameters");
        Should.Throw<InvalidOperationException>(() => loaded.Momentum = 0);
    }

    /// <summary>A model's gate is held while its optimizer's state is written, and given back.</summary>
    [Fact]
    public void AModelsOptimizer_IsSavedAndLoaded()
    {
        using TempFolder folder = new();
        using SoftmaxRegression model = new(2, 3);
        Adam adam = new();
        model.TrainStep([1, 2], [1], adam);

        adam.SaveState(folder["adam"]);
        adam.LoadState(model.Parameters, folder["adam"]);
        model.TrainStep([1, 2], [1], adam);

        adam.Steps.ShouldBe(2);
    }

    /// <summary>A user's own optimizer has names as well.</summary>
    [Fact]
    public void AUsersOptimizer_IsSavedUnderItsName()
    {
        Own own = new();
        LayeredParameters.After(own, 1);

        own.CaptureState().Tensors.Select(t => t.Name).ShouldContain("own.state0.b.bias");
    }

    private static Optimizer Make(string name)
    {
        Optimizer optimizer = OptimizerTests.Make(name);
        optimizer.WeightDecay = 0.01;
        return optimizer;
    }

    /// <summary>Two steps, of which b misses the second.</summary>
    private static (ParameterSet Parameters, Optimizer Optimizer) Start(string name)
    {
        ParameterSet parameters = LayeredParameters.Make();
        Optimizer optimizer = Make(name);
        LayeredParameters.Step(optimizer, parameters, 0);
        optimizer.Freeze("b.*");
        LayeredParameters.Step(optimizer, parameters, 1);
        optimizer.Thaw("b.*");
        return (parameters, optimizer);
    }

    private static void Steps(Optimizer optimizer, ParameterSet parameters, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            LayeredParameters.Step(optimizer, parameters, step);
        }
    }

    private sealed class Own() : Optimizer(1)
    {
        protected override int StateCount => 1;

        protected override void Apply(Span<float> values, ReadOnlySpan<float> gradients)
        {
        }
    }
}
