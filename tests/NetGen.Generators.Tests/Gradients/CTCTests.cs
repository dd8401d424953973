using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class CTCTests
{
    [Theory]
    [InlineData("[Input(5, 3)] [Dense(4)] [CTC]")]
    [InlineData("[Input(1, 3)] [Dense(2)] [CTC]")]
    [InlineData("[Input(8, 4)] [GRU(6, ReturnSequences = true)] [Dense(33)] [CTC(ZeroInfinity = true)]")]
    [InlineData("[Input(6, 5)] [SimpleRNN(7, ReturnSequences = true)] [Tag(\"x\")] [Dense(4)] [Output(\"letters\", Targets = true, Weight = 0.5f)] [CTC] [From(\"x\")] [Dense(3)] [CTC]")]
    [InlineData("[Input(6, 3)] [Input(1, Name = \"n\")] [Dense(4)] [Output(\"aux\", Weight = 0.5f)] [Dense(4)] [CTC(Lengths = \"n\", ZeroInfinity = true)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, batch: 5);

    /// <summary>The probability of labels is the sum over all paths that spell them, which few steps and classes let one go through one by one.</summary>
    [Fact]
    public void Loss_IsThatOfAllPaths()
    {
        using Model model = Nets.Make("[Input(4, 3)] [LeakyReLU(1f)] [CTC]");
        int[][] spelled = [[1, 2], [1, 1], [2], [], [2, 1, 2, 1]];
        float[] inputs = Nets.Random(spelled.Length * 12, 3, scale: 2);
        int[] labels = [.. spelled.SelectMany(s => s.Concat(Enumerable.Repeat(-1, 4 - s.Length)))];
        float[] gradients = new float[inputs.Length];

        StepResult result = model.ComputeGradients(inputs, labels, default, gradients);

        result.Loss.ShouldBe(Loss(inputs), 1e-6);
        result.Count.ShouldBe(5);
        model.Evaluate(inputs, labels).Loss.ShouldBe(Loss(inputs), 1e-6);
        for (int i = 0; i < inputs.Length; i++)
        {
            float[] moved = [.. inputs];
            moved[i] += 1 / 64f;
            double above = Loss(moved);
            moved[i] -= 1 / 32f;
            gradients[i].ShouldBe((float)((above - Loss(moved)) * 32), 1e-4);
        }

        double Loss(float[] x) => spelled.Select((s, i) => -Math.Log(Probability(x[(i * 12)..((i + 1) * 12)], s)) / Math.Max(1, s.Length)).Average();

        static double Probability(float[] x, int[] spelled)
        {
            double sum = 0;
            for (int path = 0; path < 81; path++)
            {
                int[] steps = [path % 3, path / 3 % 3, path / 9 % 3, path / 27];
                int[] read = [.. steps.Where((c, t) => c != 0 && (t == 0 || c != steps[t - 1]))];
                if (read.SequenceEqual(spelled))
                {
                    sum += Enumerable.Range(0, 4).Select(t => Math.Exp(x[(t * 3) + steps[t]]) / x[(t * 3)..((t + 1) * 3)].Sum(v => Math.Exp(v))).Aggregate(1.0, (a, b) => a * b);
                }
            }

            return sum;
        }
    }

    /// <summary>Two equal labels need a blank between them, so two steps cannot spell them.</summary>
    [Theory]
    [InlineData("", double.PositiveInfinity)]
    [InlineData("(ZeroInfinity = true)", 0.0)]
    public void LabelsThatNoPathSpells_HaveNoGradient(string setting, double loss)
    {
        using Model model = Nets.Make($"[Input(2, 3)] [LeakyReLU(1f)] [CTC{setting}]");
        float[] gradients = new float[6];

        model.ComputeGradients([1, 2, 3, 4, 5, 6], new[] { 1, 1 }, default, gradients).Loss.ShouldBe(loss);

        gradients.ShouldAllBe(g => g == 0);
        model.Evaluate([1, 2, 3, 4, 5, 6], new[] { 1, 1 }).Loss.ShouldBe(loss);
    }

    /// <summary>A hit is a sample whose best path spells its labels.</summary>
    [Fact]
    public void AHit_IsASampleSpelledRight()
    {
        using Model model = Nets.Make("[Input(4, 3)] [LeakyReLU(1f)] [CTC]");
        float[] inputs = [.. new[] { 1, 1, 0, 1, 0, 2, 2, 0, 0, 0, 0, 0 }.SelectMany(c => new[] { c == 0 ? 1f : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0 })];

        StepResult result = model.Evaluate(inputs, new[] { 1, 1, -1, -1, 2, 2, -1, -1, -1, -1, -1, -1 });

        (result.Correct, result.Count).ShouldBe((2, 3));
        StepResult trained = model.ComputeGradients(inputs, new[] { 1, 1, -1, -1, 2, 2, -1, -1, -1, -1, -1, -1 });
        (trained.Correct, trained.Count).ShouldBe((2, 3));
        trained.Loss.ShouldBe(result.Loss, 1e-6);
        int[] labels = new int[12];
        CtcDecoder.BestPath(inputs, 4, 3, labels);
        labels.ShouldBe([1, 1, -1, -1, 2, -1, -1, -1, -1, -1, -1, -1]);
    }

    /// <summary>A sample of some steps is what a model of so many steps makes of it, whatever stands behind them: the loss, its gradient, and hits.</summary>
    [Fact]
    public void ASample_EndsWithItsLastStep()
    {
        const int Steps = 5, Classes = 3;
        int[] lengths = [2, 5, 1, 3, 2];
        int[][] spelled = [[1, 2], [1, 1, 2], [2], [], [1, 1]];
        using Model model = Nets.Make($"[Input({Steps}, {Classes})] [Input(1, Name = \"n\")] [LeakyReLU(1f)] [CTC(Lengths = \"n\", ZeroInfinity = true)]");
        float[] inputs = Nets.Random(5 * 16, 3, scale: 2);
        int[] labels = [.. spelled.SelectMany(s => s.Concat(Enumerable.Repeat(-1, Steps - s.Length)))];
        for (int i = 0; i < 5; i++)
        {
            inputs.AsSpan((i * 16) + (lengths[i] * Classes), (Steps - lengths[i]) * Classes).Fill(float.NaN);
            inputs[(i * 16) + 15] = lengths[i];
        }

        // The third is spelled right.
        inputs.AsSpan(32, 3).Clear();
        inputs[34] = 9;
        float[] gradients = new float[inputs.Length];
        StepResult trained = model.ComputeGradients(inputs, labels, default, gradients);
        StepResult evaluated = model.Evaluate(inputs, labels);

        double loss = 0;
        int hits = 0;
        for (int i = 0; i < 5; i++)
        {
            using Model own = Nets.Make($"[Input({lengths[i]}, {Classes})] [LeakyReLU(1f)] [CTC(ZeroInfinity = true)]");
            int size = lengths[i] * Classes;
            float[] gradient = new float[size];

            // Two equal labels have no place in two steps.
            StepResult alone = own.ComputeGradients(inputs[(i * 16)..((i * 16) + size)], labels[(i * Steps)..((i * Steps) + lengths[i])], default, gradient);
            loss += alone.Loss / 5;
            hits += alone.Correct;
            gradients[(i * 16)..((i * 16) + size)].ShouldBe(gradient.Select(g => g / 5), 1e-6);
            gradients[((i * 16) + size)..((i + 1) * 16)].ShouldAllBe(g => g == 0);
        }

        hits.ShouldBeGreaterThan(0);
        trained.Loss.ShouldBe(loss, 1e-6);
        evaluated.Loss.ShouldBe(loss, 1e-6);
        (trained.Correct, trained.Count, evaluated.Correct, evaluated.Count).ShouldBe((hits, 5, hits, 5));
    }

    /// <summary>An output with targets of its own has lengths of its own, also where samples count differently.</summary>
    [Fact]
    public void Outputs_HaveLengthsOfTheirOwn()
    {
        using Model model = Nets.Make("[Input(4, 3)] [Input(1, Name = \"n\")] [Input(1, Name = \"m\")] [LeakyReLU(1f)] [Output(\"short\", Targets = true)] [CTC(Lengths = \"m\")] [LeakyReLU(1f)] [CTC(Lengths = \"n\")]");
        using Model three = Nets.Make("[Input(3, 3)] [LeakyReLU(1f)] [CTC]");
        using Model two = Nets.Make("[Input(2, 3)] [LeakyReLU(1f)] [CTC]");
        float[] x = Nets.Random(24, 5);
        float[] inputs = [.. x[..12], 4, 1, .. x[12..], 3, 2];
        int[] labels = [1, -1, -1, -1, 2, 1, -1, -1];
        Targets targets = new Targets().Labels(labels, new float[] { 0, 2 }).Labels("short", labels, new float[] { 0, 1 });

        model.Evaluate(inputs, targets);

        (double Own, double Short) expected = (three.Evaluate(x[12..21], new[] { 2, 1, -1 }).Loss, two.Evaluate(x[12..18], new[] { 2, 1 }).Loss);
        model.ResultOf(ModelInfo.OwnOutput).Loss.ShouldBe(expected.Own, 1e-6);
        model.ResultOf("short").Loss.ShouldBe(expected.Short, 1e-6);
        model.ComputeGradients(inputs, targets);
        model.ResultOf(ModelInfo.OwnOutput).Loss.ShouldBe(expected.Own, 1e-6);
        model.ResultOf("short").Loss.ShouldBe(expected.Short, 1e-6);
        model.Description.Inputs.Select(i => i.MaxLength).ShouldBe([0, 4, 4]);
    }

    [Fact]
    public void ALength_OutsideOfTheSteps_IsRefused()
    {
        using Model model = Nets.Make("[Input(4, 2)] [Input(1, Name = \"n\")] [Conv1D(3, 2, Stride = 2)] [CTC(Lengths = \"n\")]");
        Should.Throw<ArgumentOutOfRangeException>(() => model.Evaluate([0, 0, 0, 0, 0, 0, 0, 0, 3], new[] { 1, -1 })).Message.ShouldStartWith("expected numbers of steps of n, whole and from 1 to 2, actual 3 at 8");
        Should.Throw<ArgumentOutOfRangeException>(() => model.ComputeGradients([0, 0, 0, 0, 0, 0, 0, 0, 0], new[] { 1, -1 })).Message.ShouldStartWith("expected numbers of steps of n, whole and from 1 to 2, actual 0 at 8");
    }

    [Fact]
    public void Decoder_ReadsSoManySteps()
    {
        float[] outputs = [.. new[] { 1, 1, 0, 2, 2, 0, 2, 1 }.SelectMany(c => new[] { c == 0 ? 1f : 0, c == 1 ? 1 : 0, c == 2 ? 1 : 0 })];
        int[] labels = new int[8];
        CtcDecoder.BestPath(outputs, 4, 3, labels, [3, 1]);
        labels.ShouldBe([1, -1, -1, -1, 2, -1, -1, -1]);
        CtcDecoder.BestPath(outputs, 4, 3, labels, [4, 4]);
        labels.ShouldBe([1, 2, -1, -1, 2, 2, 1, -1]);
        Should.Throw<ArgumentException>(() => CtcDecoder.BestPath(outputs, 4, 3, labels, [4])).Message.ShouldBe("expected a length for each of 2 samples, actual 1 (Parameter 'lengths')");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BestPath(outputs, 4, 3, labels, [4, 5])).Message.ShouldStartWith("expected numbers of steps from 1 to 4, actual 5 at 1 (Parameter 'lengths')");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BestPath(outputs, 4, 3, labels, [0, 4])).ParamName.ShouldBe("lengths");
    }

    [Theory]
    [InlineData(new[] { 0, -1, -1 }, 0, 0)]
    [InlineData(new[] { 1, -1, 2 }, 2, 2)]
    [InlineData(new[] { 1, 3, -1 }, 3, 1)]
    [InlineData(new[] { -2, -1, -1 }, -2, 0)]
    public void Labels_ThatCannotStandThere_AreRefused(int[] labels, int actual, int at)
    {
        using Model model = Nets.Make("[Input(3, 3)] [LeakyReLU(1f)] [CTC]");

        ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(() => model.ComputeGradients(new float[9], labels));

        thrown.Message.ShouldStartWith($"expected classes from 1 to 2 with -1 behind the last of each sample, actual {actual} at {at}");
        thrown.ParamName.ShouldBe("labels");
        Should.Throw<InvalidOperationException>(() => model.ComputeGradients(new float[9], new float[9])).Message.ShouldBe("Net's loss takes labels, not float targets.");
    }

    [Fact]
    public void Decoder_RefusesLengthsThatDoNotFit()
    {
        Should.Throw<ArgumentException>(() => CtcDecoder.BestPath(new float[7], 2, 3, new int[2])).Message.ShouldBe("expected whole samples of 6 values (2 steps × 3 classes), actual 7 (Parameter 'outputs')");
        Should.Throw<ArgumentException>(() => CtcDecoder.BestPath(new float[12], 2, 3, new int[3])).Message.ShouldBe("expected room for 4 labels, one a step, actual 3 (Parameter 'labels')");
        Should.Throw<ArgumentOutOfRangeException>(() => CtcDecoder.BestPath(new float[12], 0, 3, new int[3])).ParamName.ShouldBe("steps");
    }

    /// <summary>The same bits whatever the threads; and once it has run, a step allocates nothing.</summary>
    [Fact]
    public void Step_IsTheSameForAnyThreads_AndAllocatesNothing()
    {
        float[] inputs = Nets.Random(19 * 35, 3);
        int[] labels = [.. Enumerable.Range(0, 19 * 7).Select(i => i % 7 < (i / 7 % 4) ? 1 + (i % 3) : -1)];
        float[] one = Run(1);
        Run(2).ShouldBe(one);
        Run(3).ShouldBe(one);

        float[] Run(int threads)
        {
            using Model model = Nets.Make("[Input(7, 5)] [Dense(4)] [CTC]");
            model.Threads = threads;
            Sgd sgd = new(0.1f);
            model.TrainStep(inputs, labels, sgd);
            model.TrainStep(inputs, labels, sgd);
            long before = GC.GetAllocatedBytesForCurrentThread();
            model.TrainStep(inputs, labels, sgd);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            return model.Parameters["dense1.weight"].Gradient.ToArray();
        }
    }

    /// <summary>It learns to spell sequences without being told where in them the labels are.</summary>
    [Fact]
    public void ASmallNetwork_LearnsToSpell()
    {
        using Model model = Nets.Make("[Input(10, 3)] [GRU(16, ReturnSequences = true)] [Dense(4)] [CTC]");
        Adam adam = new(0.02f);
        float[] inputs = new float[32 * 30];
        int[] labels = [.. Enumerable.Repeat(-1, 320)];
        RandomSource random = new(5);
        for (int i = 0; i < 32; i++)
        {
            int step = 0;
            for (int n = 0; n < 3; n++)
            {
                step += 1 + random.Next(2);
                int letter = random.Next(3);
                inputs[(i * 30) + (step * 3) + letter] = 1;
                labels[(i * 10) + n] = 1 + letter;
                step++;
            }
        }

        StepResult result = default;
        for (int step = 0; step < 300; step++)
        {
            result = model.TrainStep(inputs, labels, adam);
        }

        result.Loss.ShouldBeLessThan(0.1);
        result.Correct.ShouldBeGreaterThan(29);
    }
}
