using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Sequences that are predicted one step at a time, against predictions of the whole.</summary>
public sealed class StepPredictorTests
{
    private const string Captions =
        "[Input(7)] [Input(5, Name = \"words\", Stepwise = true)] [Dense(20)] [Tanh] [Tag(\"image\")] [From(\"words\")] [Embedding(9, 20)] [Prepend(\"image\")] " +
        "[LSTM(19, ReturnSequences = true)] [Tag(\"x\")] [GRU(19, ReturnSequences = true)] [Add(\"x\")] [Dropout(0.5f)] [Dense(9)] [SoftmaxCrossEntropy(IgnoreIndex = 0)]";

    [Theory]
    [InlineData("[Input(6, 5, Stepwise = true)] [LSTM(7, ReturnSequences = true)]", 3)]
    [InlineData("[Input(6, 17, Stepwise = true)] [GRU(33, ReturnSequences = true)] [Dense(4)] [Softmax]", 5)]
    [InlineData("[Input(6, 1, Stepwise = true)] [SimpleRNN(1, ReturnSequences = true)]", 1)]
    [InlineData("[Input(6, 16, Stepwise = true)] [ReLU] [LSTM(16, ReturnSequences = true)] [SimpleRNN(20, ReturnSequences = true)] [Tanh] [LSTM(5, ReturnSequences = true)] [Dense(3)] [SoftmaxCrossEntropy]", 9)]
    [InlineData("[Input(6, 8, Stepwise = true)] [LSTM(70, ReturnSequences = true)] [GRU(50, ReturnSequences = true)]", 40)]
    [InlineData("[Input(6, Stepwise = true)] [Embedding(12, 9)] [LSTM(8, ReturnSequences = true)] [Dense(12)] [SoftmaxCrossEntropy]", 4)]
    [InlineData("[Input(6, 3, Stepwise = true)] [Input(6, Name = \"w\", Stepwise = true)] [Tag(\"a\")] [From(\"w\")] [Embedding(4, 2)] [Concat(\"a\")] [GRU(6, ReturnSequences = true)]", 4)]
    [InlineData("[Input(6, 256, Stepwise = true)] [LSTM(256, ReturnSequences = true)] [Dense(5)]", 1)]
    [InlineData("[Input(6, 130, Stepwise = true)] [LSTM(200, ReturnSequences = true)] [GRU(250, ReturnSequences = true)] [SimpleRNN(300, ReturnSequences = true)]", 5)]
    [InlineData("[Input(6, 3, Stepwise = true)] [Input(6, 257, Name = \"b\", Stepwise = true)] [Tag(\"a\")] [From(\"b\")] [GRU(241, ReturnSequences = true)] [Concat(\"a\")] [Dense(3)]", 7)]
    [InlineData("[Input(6, 257, Stepwise = true)] [Tag(\"x\")] [LSTM(257, ReturnSequences = true)] [Add(\"x\")] [Dense(3)]", 2)]
    [InlineData("[Input(6, 280, Stepwise = true)] [Tag(\"x\")] [LSTM(200, ReturnSequences = true)] [Tag(\"y\")] [From(\"x\")] [LSTM(200, ReturnSequences = true)] [Add(\"y\")]", 2)]
    [InlineData("[Input(6, Stepwise = true)] [Embedding(12, 37)] [Dropout(0.5f)] [GRU(20, ReturnSequences = true)] [Dense(12)]", 3)]
    [InlineData("[Input(6, Stepwise = true)] [Embedding(12, 9)] [Tag(\"word\")] [SimpleRNN(9, ReturnSequences = true)] [Add(\"word\")]", 3)]
    [InlineData("[Input(6, Stepwise = true)] [Embedding(200000, 4)] [LSTM(32, ReturnSequences = true)]", 2)]
    public void Steps_GiveWhatTheWholeDoes(string declaration, int count)
    {
        using Model model = Nets.Make(declaration);
        float[] inputs = Inputs(model, count, 3);
        float[] whole = Nets.Predict(model, inputs);
        float[]? one = null;
        foreach (int threads in new[] { 1, 2, 3 })
        {
            using StepPredictor predictor = model.CreateStepPredictor(threads);
            float[] steps = Run(model, predictor, inputs, count, 6);

            Near(steps, whole);
            one ??= steps;
            steps.ShouldBe(one);
        }
    }

    /// <summary>A layer of many weights goes through them backwards every other time: which time it is changes no bit.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void StepsBefore_ChangeNoBit(int threads)
    {
        using Model model = Nets.Make("[Input(5, 300, Stepwise = true)] [LSTM(210, ReturnSequences = true)] [GRU(270, ReturnSequences = true)] [SimpleRNN(490, ReturnSequences = true)]");
        const int Count = 3;
        float[] inputs = Inputs(model, Count, 5);
        using StepPredictor predictor = model.CreateStepPredictor(threads);
        float[] first = Run(model, predictor, inputs, Count, 5);

        float[] second = Run(model, predictor, inputs, Count, 5);

        second.ShouldBe(first);
        Near(first, Nets.Predict(model, inputs));
    }

    /// <summary>States that begin with what is computed at the start, before a layer of many weights.</summary>
    [Theory]
    [InlineData("[LSTM(260, ReturnSequences = true, InitialState = \"image\")]")]
    [InlineData("[LSTM(260, ReturnSequences = true, InitialCell = \"image\", InitialState = \"image\")]")]
    [InlineData("[GRU(260, ReturnSequences = true, InitialState = \"image\")]")]
    [InlineData("[Add(\"image\")] [LSTM(260, ReturnSequences = true)]")]
    public void AStart_GoesIntoLayersOfManyWeights(string layers)
    {
        using Model model = Nets.Make($"[Input(7)] [Input(3, 260, Name = \"steps\", Stepwise = true)] [Dense(260)] [Tanh] [Tag(\"image\")] [From(\"steps\")] {layers}");
        const int Count = 2;
        float[] inputs = Nets.Random(Count * 787, 3);
        float[] whole = Nets.Predict(model, inputs);
        using StepPredictor predictor = model.CreateStepPredictor(2);
        StepStates states = predictor.CreateStates(Count);
        predictor.Start(states, [.. inputs[..7], .. inputs[787..794]]);
        for (int step = 0; step < 3; step++)
        {
            float[] outputs = new float[Count * 260];
            predictor.Step(states, [.. Steps(0, step), .. Steps(1, step)], outputs);
            Near(outputs, [.. whole[(step * 260)..((step + 1) * 260)], .. whole[((3 + step) * 260)..((4 + step) * 260)]]);
        }

        float[] Steps(int sequence, int step) => inputs[((sequence * 787) + 7 + (step * 260))..((sequence * 787) + 7 + ((step + 1) * 260))];
    }

    /// <summary>A layer that gives the last state alone gives that of the sequence so far.</summary>
    [Theory]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    [InlineData("SimpleRNN")]
    public void LastState_IsThatSoFar(string kind)
    {
        using Model model = Nets.Make($"[Input(4, 3, Stepwise = true)] [{kind}(6, ReturnSequences = true)] [{kind}(5)] [Dense(2)]");
        using Model shorter = Nets.Make($"[Input(3, 3)] [{kind}(6, ReturnSequences = true)] [{kind}(5)] [Dense(2)]");
        float[] inputs = Nets.Random(2 * 12, 3);
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(2);
        float[] outputs = new float[4];
        for (int step = 0; step < 3; step++)
        {
            predictor.Step(states, [.. inputs[(3 * step)..(3 * step + 3)], .. inputs[(12 + (3 * step))..(15 + (3 * step))]], outputs);
        }

        Near(outputs, Nets.Predict(shorter, [.. inputs[..9], .. inputs[12..21]]));
        predictor.Step(states, [.. inputs[9..12], .. inputs[21..]], outputs);
        Near(outputs, Nets.Predict(model, inputs));
    }

    /// <summary>Sequences that begin with an image go on from it, and begin anew as often as they are started.</summary>
    [Fact]
    public void SequencesWithAStart_GiveWhatTheWholeDoes()
    {
        using Model model = Nets.Make(Captions);
        const int Count = 11;
        float[] inputs = Inputs(model, Count, 5);
        float[] whole = Nets.Predict(model, inputs);
        using StepPredictor predictor = model.CreateStepPredictor(2);
        predictor.StartInputSize.ShouldBe(7);
        predictor.StepInputSize.ShouldBe(1);
        predictor.StepOutputSize.ShouldBe(9);
        StepStates states = predictor.CreateStates(Count);
        for (int time = 0; time < 2; time++)
        {
            float[] outputs = new float[Count * 9];
            predictor.Start(states, [.. Enumerable.Range(0, Count).SelectMany(n => inputs[(n * 12)..((n * 12) + 7)])], outputs);
            Near(outputs, Of(whole, Count, 0));
            for (int step = 0; step < 5; step++)
            {
                predictor.Step(states, [.. Enumerable.Range(0, Count).Select(n => inputs[(n * 12) + 7 + step])], outputs);
                Near(outputs, Of(whole, Count, step + 1));
            }
        }

        static float[] Of(float[] whole, int count, int step) => [.. Enumerable.Range(0, count).SelectMany(n => whole[(((n * 6) + step) * 9)..(((n * 6) + step + 1) * 9)])];
    }

    /// <summary>What is computed once at the start, each step may be added to, or multiplied with, behind a beginning and without one; several vectors go along, and are reordered with the states.</summary>
    [Theory]
    [InlineData("[From(\"words\")] [Embedding(9, 18)] [Add(\"image\")] [Prepend(\"image\")] [LSTM(17, ReturnSequences = true)] [Dense(9)]", true)]
    [InlineData("[From(\"words\")] [Embedding(9, 18)] [Prepend(\"image\")] [LSTM(18, ReturnSequences = true)] [Multiply(\"image\")] [Dense(9)]", true)]
    [InlineData("[From(\"words\")] [Embedding(9, 5)] [Dense(18)] [Add(\"image\")] [ReLU] [GRU(18, ReturnSequences = true)] [Add(\"image\")] [Tanh] [Dense(9)]", false)]
    [InlineData("[Dense(1)] [Sigmoid] [Tag(\"gate\")] [From(\"words\")] [Embedding(9, 18)] [Multiply(\"gate\", \"image\")] [SimpleRNN(18, ReturnSequences = true, InitialState = \"image\")] [Dense(9)]", false)]
    public void WhatIsComputedAtTheStart_IsThereForAllSteps(string layers, bool begins)
    {
        using Model model = Nets.Make($"[Input(7)] [Input(5, Name = \"words\", Stepwise = true)] [Dense(18)] [Tanh] [Tag(\"image\")] {layers}");
        const int Count = 3;
        float[] inputs = Inputs(model, Count, 5);
        float[] whole = Nets.Predict(model, inputs);
        int all = begins ? 6 : 5;
        using StepPredictor predictor = model.CreateStepPredictor(2);
        StepStates states = predictor.CreateStates(Count);
        float[] outputs = new float[Count * 9];
        float[] images = [.. Enumerable.Range(0, Count).SelectMany(n => inputs[(n * 12)..((n * 12) + 7)])];
        if (begins)
        {
            predictor.Start(states, images, outputs);
            Near(outputs, Of(0, 0, 1, 2));
        }
        else
        {
            predictor.Start(states, images);
        }

        int first = all - 5;
        for (int step = 0; step < 3; step++)
        {
            predictor.Step(states, Words(step, 0, 1, 2), outputs);
            Near(outputs, Of(first + step, 0, 1, 2));
        }

        states.Reorder([2, 0, 1]);
        predictor.Step(states, Words(3, 2, 0, 1), outputs);
        Near(outputs, Of(first + 3, 2, 0, 1));

        float[] Words(int step, params int[] sequences) => [.. sequences.Select(n => inputs[(n * 12) + 7 + step])];

        float[] Of(int step, params int[] sequences) => [.. sequences.SelectMany(n => whole[(((n * all) + step) * 9)..(((n * all) + step + 1) * 9)])];
    }

    /// <summary>What is read once, by an encoder, comes before the steps of the decoder.</summary>
    [Fact]
    public void AnEncoder_RunsAtTheStart()
    {
        using Model model = Nets.Make("[Input(4, 3)] [Input(2, Name = \"words\", Stepwise = true)] [LSTM(6)] [Tag(\"read\")] [From(\"words\")] [Embedding(5, 6)] [Prepend(\"read\")] [GRU(4, ReturnSequences = true)]");
        float[] inputs = Inputs(model, 3, 7);
        float[] whole = Nets.Predict(model, inputs);
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(3);
        float[] outputs = new float[12];
        predictor.Start(states, [.. inputs[..12], .. inputs[14..26], .. inputs[28..40]], outputs);
        predictor.Step(states, [inputs[12], inputs[26], inputs[40]], outputs);
        predictor.Step(states, [inputs[13], inputs[27], inputs[41]], outputs);

        Near(outputs, [.. whole[8..12], .. whole[20..24], .. whole[32..36]]);
    }

    /// <summary>A beam search goes on with some of its sequences, one of them as two; kept states go on where they were.</summary>
    [Fact]
    public void States_AreReorderedAndKept()
    {
        using Model model = Nets.Make("[Input(4, 3, Stepwise = true)] [LSTM(5, ReturnSequences = true)] [GRU(4, ReturnSequences = true)]");
        float[] inputs = Nets.Random(3 * 12, 3);
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(5);
        StepStates kept = predictor.CreateStates(3);
        states.Count.ShouldBe(5);
        states.Clear(3);
        float[] outputs = new float[12];
        for (int step = 0; step < 2; step++)
        {
            predictor.Step(states, At(step, 0, 1, 2), outputs);
        }

        kept.CopyFrom(states);
        states.Reorder([2, 0, 0, 1]);
        states.Count.ShouldBe(4);
        float[] four = new float[16];
        predictor.Step(states, [.. At(2, 0, 1, 2), .. At(3, 0)], four);

        // The sequences that came about, whole; their fourth step says nothing of the third.
        float[] whole = Nets.Predict(model, [.. Begun(2), .. At(2, 0), .. At(0, 0), .. Begun(0), .. At(2, 1), .. At(0, 0), .. Begun(0), .. At(2, 2), .. At(0, 0), .. Begun(1), .. At(3, 0), .. At(0, 0)]);
        Near(four, [.. whole[8..12], .. whole[24..28], .. whole[40..44], .. whole[56..60]]);

        states.CopyFrom(kept, [1]);
        states.Count.ShouldBe(1);
        float[] last = new float[4];
        predictor.Step(states, At(3, 0), last);
        last.ShouldBe(four[12..]);

        float[] At(int step, params int[] sequences) => [.. sequences.SelectMany(n => inputs[((n * 12) + (step * 3))..((n * 12) + (step * 3) + 3)])];

        float[] Begun(int sequence) => [.. At(0, sequence), .. At(1, sequence)];
    }

    /// <summary>The declared number of steps is no limit, and later training changes nothing.</summary>
    [Fact]
    public void AnyNumberOfSteps_WithTheWeightsOfItsTime()
    {
        const string Tail = ", 2, Stepwise = true)] [GRU(3, ReturnSequences = true)] [Dense(2)] [SoftmaxCrossEntropy]";
        using Model model = Nets.Make("[Input(2" + Tail);
        using Model longer = Nets.Make("[Input(9" + Tail);
        float[] inputs = Nets.Random(18, 3);
        float[] whole = Nets.Predict(longer, inputs);
        using StepPredictor predictor = model.CreateStepPredictor();
        model.TrainStep(inputs[..4], new[] { 0, 1 }, new Sgd(0.5f));

        Near(Run(model, predictor, inputs, 1, 9), whole);
    }

    [Fact]
    public void WhatDoesNotFit_IsRefused()
    {
        using Model model = Nets.Make(Captions);
        using Model other = Nets.Make(Captions);
        using Model plain = Nets.Make("[Input(4, 3)] [LSTM(5)]");
        using Model begins = Nets.Make("[Input(4, 3, Stepwise = true)] [LSTM(5)]");
        StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(2);
        float[] outputs = new float[18];

        Should.Throw<InvalidOperationException>(() => plain.CreateStepPredictor()).Message.ShouldEndWith("has no input that comes step by step: declare it as [Input(…, Stepwise = true)].");
        Should.Throw<ArgumentOutOfRangeException>(() => model.CreateStepPredictor(0)).ParamName.ShouldBe("threads");
        Should.Throw<ArgumentOutOfRangeException>(() => predictor.CreateStates(0)).ParamName.ShouldBe("count");
        Should.Throw<ArgumentException>(() => predictor.Step(states, new float[3], outputs)).Message.ShouldStartWith("expected 2 values (2 × 1 inputs), actual 3");
        Should.Throw<ArgumentException>(() => predictor.Step(states, new float[2], new float[9])).Message.ShouldStartWith("expected 18 values (2 × 9 outputs), actual 9");
        Should.Throw<ArgumentException>(() => predictor.Start(states, new float[13], outputs)).Message.ShouldStartWith("expected 14 values (2 × 7 inputs), actual 13");
        Should.Throw<ArgumentOutOfRangeException>(() => predictor.Step(states, [1, 9], outputs)).Message.ShouldStartWith("expected numbers of words of words, whole and from 0 to 8, actual 9 at 1");
        Should.Throw<ArgumentOutOfRangeException>(() => states.Reorder([0, 2])).Message.ShouldStartWith("expected places from 0 to 1, actual 2 at 1");
        Should.Throw<ArgumentOutOfRangeException>(() => states.Reorder([0, 1, 1])).Message.ShouldStartWith("expected from 1 to 2 sequences, actual 3");
        Should.Throw<ArgumentOutOfRangeException>(() => states.Clear(0)).ParamName.ShouldBe("count");
        using StepPredictor ofOther = other.CreateStepPredictor();
        Should.Throw<ArgumentException>(() => ofOther.Step(states, new float[2], outputs)).ParamName.ShouldBe("states");
        Should.Throw<ArgumentException>(() => states.CopyFrom(ofOther.CreateStates(1))).ParamName.ShouldBe("source");
        using StepPredictor first = begins.CreateStepPredictor();
        Should.Throw<InvalidOperationException>(() => first.Start(first.CreateStates(1), [], new float[5])).Message.ShouldEndWith("begin with a step of their own: clear the states and call Step.");
        predictor.Dispose();
        Should.Throw<ObjectDisposedException>(() => predictor.Step(states, new float[2], outputs));
    }

    [Fact]
    public void Step_AllocatesNothing()
    {
        using Model model = Nets.Make(Captions);
        using StepPredictor predictor = model.CreateStepPredictor();
        StepStates states = predictor.CreateStates(3);
        StepStates kept = predictor.CreateStates(3);
        float[] words = [1, 2, 3];
        float[] images = new float[21];
        float[] outputs = new float[27];
        int[] places = [1, 1, 0];
        Turn();
        Turn();

        long before = GC.GetAllocatedBytesForCurrentThread();
        Turn();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Turn()
        {
            predictor.Start(states, images, outputs);
            predictor.Step(states, words, outputs);
            kept.CopyFrom(states);
            states.Reorder(places);
            predictor.Step(states, words, outputs);
        }
    }

    /// <summary>The outputs of all steps, a sequence's one after the other; of inputs as a whole prediction has them.</summary>
    private static float[] Run(Model model, StepPredictor predictor, float[] inputs, int count, int steps)
    {
        StepStates states = predictor.CreateStates(count);
        int size = predictor.StepOutputSize;
        int sample = inputs.Length / count;
        float[] all = new float[count * steps * size];
        float[] outputs = new float[count * size];
        for (int step = 0; step < steps; step++)
        {
            List<float> given = [];
            for (int n = 0; n < count; n++)
            {
                int start = n * sample;
                foreach (TensorInfo input in model.Description.Inputs)
                {
                    int features = input.Shape.Count == 2 ? input.Shape[1] : 1;
                    given.AddRange(inputs.AsSpan(start + (step * features), features));
                    start += input.Size;
                }
            }

            predictor.Step(states, [.. given], outputs);
            for (int n = 0; n < count; n++)
            {
                outputs.AsSpan(n * size, size).CopyTo(all.AsSpan(((n * steps) + step) * size));
            }
        }

        return all;
    }

    /// <summary>Samples of numbers, and of words where the model reads those.</summary>
    private static float[] Inputs(Model model, int count, ulong seed)
    {
        RandomSource random = new(seed);
        float[] inputs = Nets.Random(count * model.Description.InputSize, seed);
        for (int start = 0; start < inputs.Length;)
        {
            foreach (TensorInfo input in model.Description.Inputs)
            {
                for (int i = 0; i < input.Size && input.Words > 0; i++)
                {
                    inputs[start + i] = random.Next(input.Words);
                }

                start += input.Size;
            }
        }

        return inputs;
    }

    private static void Near(float[] actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            ((double)actual[i]).ShouldBe(expected[i], 1e-5, $"{i}");
        }
    }
}
