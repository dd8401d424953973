using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>States before the first step that recurrent layers are given.</summary>
public sealed class InitialStateTests
{
    private const string Caption = "[Input(7)] [Input(5, Name = \"words\", Stepwise = true)] [Dense(19)] [Tanh] [Tag(\"image\")] [From(\"words\")] [Embedding(9, 20)] ";

    [Theory]
    [InlineData("[Input(4, Name = \"h\")] [Input(3, 2, Name = \"x\")] [From(\"x\")] [GRU(4, InitialState = \"h\")]")]
    [InlineData("[Input(17, Name = \"h\")] [Input(1, 2, Name = \"x\")] [From(\"x\")] [GRU(17, ReturnSequences = true, InitialState = \"h\")]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(3, 2, Name = \"x\")] [From(\"x\")] [SimpleRNN(5, InitialState = \"h\")]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(4, Name = \"c\")] [Input(3, 2, Name = \"x\")] [From(\"c\")] [Dense(5)] [Tag(\"d\")] [From(\"x\")] [LSTM(5, InitialState = \"h\", InitialCell = \"d\")]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(3, 2, Name = \"x\")] [From(\"x\")] [LSTM(5, ReturnSequences = true, InitialState = \"h\", InitialCell = \"h\")]")]
    [InlineData("[Input(5, Name = \"c\")] [Input(3, 2, Name = \"x\")] [From(\"x\")] [LSTM(5, InitialCell = \"c\")]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(1, 2, Name = \"x\")] [From(\"x\")] [LSTM(5, InitialState = \"h\")] [Add(\"h\")]")]
    [InlineData("[Input(3, 2)] [Tag(\"x\")] [LSTM(6)] [Tag(\"h\")] [From(\"x\")] [GRU(6, ReturnSequences = true, InitialState = \"h\")] [SimpleRNN(6, InitialState = \"h\")] [Dense(2)]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(6, 2, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"x\")] [LSTM(5, InitialState = \"h\", InitialCell = \"h\", Lengths = \"n\")]")]
    [InlineData("[Input(5, Name = \"h\")] [Input(6, 2, Name = \"x\")] [Input(1, Name = \"n\")] [From(\"x\")] [GRU(5, ReturnSequences = true, InitialState = \"h\", Lengths = \"n\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, batch: 5);

    /// <summary>What a layer of more steps has after some of them is what one over the rest goes on from.</summary>
    [Theory]
    [InlineData("GRU")]
    [InlineData("SimpleRNN")]
    public void ASequence_GoesOnFromTheStateOfItsBeginning(string kind)
    {
        using Model all = Nets.Make($"[Input(7, 3)] [{kind}(18, ReturnSequences = true)]");
        using Model rest = Nets.Make($"[Input(18, Name = \"h\")] [Input(4, 3, Name = \"x\")] [From(\"x\")] [{kind}(18, ReturnSequences = true, InitialState = \"h\")]");
        foreach (Parameter parameter in all.Parameters)
        {
            parameter.Values.CopyTo(rest.Parameters[parameter.Path].Edit());
        }

        float[] inputs = Nets.Random(21, 3);
        float[] states = Nets.Predict(all, inputs);
        Nets.Predict(rest, [.. states[36..54], .. inputs[9..]]).ShouldBe(states[54..], 1e-6);
    }

    /// <summary>Step by step, sequences begin with the states that they are given, as often as they are started.</summary>
    [Theory]
    [InlineData("[LSTM(19, ReturnSequences = true, InitialState = \"image\")] [Dense(9)]")]
    [InlineData("[LSTM(19, ReturnSequences = true, InitialState = \"image\", InitialCell = \"image\")] [GRU(19, ReturnSequences = true, InitialState = \"image\")] [SimpleRNN(19, ReturnSequences = true, InitialState = \"image\")]")]
    public void Steps_BeginWithTheState(string layers)
    {
        using Model model = Nets.Make(Caption + layers);
        const int Count = 11;
        int output = model.Description.OutputShape[1];
        float[] inputs = Nets.Random(Count * 12, 5);
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = i % 12 < 7 ? inputs[i] : i * 7 % 9;
        }

        float[] whole = Nets.Predict(model, inputs);
        using StepPredictor predictor = model.CreateStepPredictor(2);
        (predictor.StartInputSize, predictor.StepInputSize).ShouldBe((7, 1));
        StepStates states = predictor.CreateStates(Count);
        float[] outputs = new float[Count * output];
        for (int time = 0; time < 2; time++)
        {
            predictor.Start(states, [.. Enumerable.Range(0, Count).SelectMany(n => inputs[(n * 12)..((n * 12) + 7)])]);
            for (int step = 0; step < 5; step++)
            {
                predictor.Step(states, [.. Enumerable.Range(0, Count).Select(n => inputs[(n * 12) + 7 + step])], outputs);
                outputs.ShouldBe([.. Enumerable.Range(0, Count).SelectMany(n => whole[(((n * 5) + step) * output)..(((n * 5) + step + 1) * output)])], 1e-5);
            }
        }

        Should.Throw<InvalidOperationException>(() => predictor.Start(states, new float[7 * Count], outputs)).Message.ShouldBe("The states of Net begin with what is given, which is no step: call Start without outputs.");
        Should.Throw<ArgumentException>(() => predictor.Start(states, new float[6])).ParamName.ShouldBe("inputs");
    }

    /// <summary>A sequence with lengths is predicted step by step without them.</summary>
    [Fact]
    public void Steps_NeedNoLengths()
    {
        using Model model = Nets.Make("[Input(4, 3, Stepwise = true)] [Input(1, Name = \"n\")] [GRU(6, ReturnSequences = true, Lengths = \"n\")] [Dense(2)]");
        float[] inputs = [.. Nets.Random(12, 3), 4];
        float[] whole = Nets.Predict(model, inputs);
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(1);
        float[] outputs = new float[2];
        for (int step = 0; step < 4; step++)
        {
            predictor.Step(states, inputs[(3 * step)..(3 * step + 3)], outputs);
            outputs.ShouldBe(whole[(2 * step)..(2 * step + 2)], 1e-5);
        }

        Should.Throw<InvalidOperationException>(() => predictor.Start(states, [1])).Message.ShouldBe("The sequences of Net begin with a step of their own: clear the states and call Step.");
    }
}
