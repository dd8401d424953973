using NetGen.Tests.Models;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Networks whose outputs have targets of their own, trained from data sets: bits and figures are those of steps by hand.</summary>
public sealed class HeadTrainingTests
{
    private const int Count = 37;
    private const int BatchSize = 8;
    private const ulong Seed = 11;

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(5, 1, true)]
    public void Training_HasTheBitsAndFiguresOfStepsByHand(int loaderThreads, int threads, bool weighted)
    {
        HeadData data = HeadData.OfDetector(Count, 1);
        using DetectorNet expected = new(5) { Threads = 1 };
        using DetectorNet actual = new(5) { Threads = threads };
        Trainer trainer = new(actual, new Adam(0.01f)) { BatchSize = BatchSize, Epochs = 3, Seed = Seed, LoaderThreads = loaderThreads };

        TrainingResult result = trainer.Fit(data.ToDetector(weighted));

        Adam optimizer = new(0.01f);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            int[] order = HeadData.Order(Count, Seed, epoch);
            double own = 0, box = 0, boxWeight = 0;
            int correct = 0;
            for (int start = 0; start < Count; start += BatchSize)
            {
                ReadOnlySpan<int> samples = order.AsSpan(start, int.Min(BatchSize, Count - start));
                (float[] inputs, Targets targets) = data.Gather(samples, weighted);
                correct += expected.TrainStep(inputs, targets, optimizer).Correct;
                own += expected.ResultOf("output").Loss * samples.Length;
                double weight = 0;
                foreach (int i in samples)
                {
                    weight += weighted ? data.Weights[i] : 1;
                }

                box += expected.ResultOf("box").Loss * weight;
                boxWeight += weight;
            }

            EpochResult found = result.Epochs[epoch - 1];
            found.Outputs.Select(o => o.Output).ShouldBe(["output", "box"]);
            found.Outputs[0].Loss.ShouldBe(own / Count, 1e-12);
            found.Outputs[0].Accuracy.ShouldBe((double)correct / Count);
            found.Outputs[1].Loss.ShouldBe(box / boxWeight, 1e-12);
            found.Outputs[1].Accuracy.ShouldBe(double.NaN);
            found.Outputs.ShouldAllBe(o => o.Validation == null);
            found.Loss.ShouldBe((own / Count) + (0.5 * box / boxWeight), 1e-12);
            found.Accuracy.ShouldBe((double)correct / Count);
        }

        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
        result.Steps.ShouldBe(15);
    }

    [Fact]
    public void AccumulatedBatches_HaveTheMeanOfTheirGradients()
    {
        HeadData data = HeadData.OfDetector(8, 1);
        using DetectorNet expected = new(5) { Threads = 1 };
        using DetectorNet actual = new(5) { Threads = 1 };
        List<double> losses = [];
        Trainer trainer = new(actual, new Sgd(0.1f)) { BatchSize = 4, Epochs = 2, Seed = Seed, AccumulateBatches = 2 };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => losses.Add(s.LastStep.Loss) });

        trainer.Fit(data.ToDetector(weighted: false)).Steps.ShouldBe(2);

        Sgd optimizer = new(0.1f);
        for (int epoch = 1; epoch <= 2; epoch++)
        {
            int[] order = HeadData.Order(8, Seed, epoch);
            double loss = 0;
            float[] sum = new float[expected.Parameters.TrainableCount];
            for (int half = 0; half < 2; half++)
            {
                (float[] inputs, Targets targets) = data.Gather(order.AsSpan(4 * half, 4), weighted: false);
                loss += expected.ComputeGradients(inputs, targets).Loss / 2;
                ReadOnlySpan<float> gradients = expected.Parameters.Gradients;
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += gradients[i] * 0.5f;
                }
            }

            sum.CopyTo(expected.Parameters.Gradients);
            optimizer.Step(expected.Parameters);
            losses[epoch - 1].ShouldBe(loss, 1e-12);
        }

        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
    }

    /// <summary>Against losses worked out of the outputs, over the whole set at once.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Validation_HasEachLossOverTheWholeSet(int loaderThreads)
    {
        HeadData train = HeadData.OfDetector(16, 1);
        HeadData test = HeadData.OfDetector(21, 9);
        using DetectorNet model = new(5) { Threads = 1 };
        Reports reports = [];
        Trainer trainer = new(model, new Sgd(0.05f)) { BatchSize = BatchSize, LoaderThreads = loaderThreads, Progress = reports };
        trainer.Metrics.Add(new TopK(2));

        EpochResult epoch = trainer.Fit(train.ToDetector(), test.ToDetector()).Epochs[0];

        OutputSet outputs = new(DetectorNet.Info);
        model.Predict(test.Inputs, outputs);
        double own = 0, box = 0;
        int correct = 0, amongTwo = 0;
        for (int i = 0; i < test.Count; i++)
        {
            float[] logits = outputs["output"].Slice(i * 5, 5).ToArray();
            own += Math.Log(logits.Sum(v => Math.Exp(v))) - logits[test.Labels[i]];
            int before = logits.Count(v => v > logits[test.Labels[i]]);
            correct += before == 0 ? 1 : 0;
            amongTwo += before <= 1 ? 1 : 0;
            for (int k = 0; k < 4; k++)
            {
                double d = Math.Abs(outputs["box"][(i * 4) + k] - test.Boxes[(i * 4) + k]);
                box += test.Weights[i] * (d < 1 ? d * d / 2 : d - 0.5) / 4;
            }
        }

        own /= test.Count;
        box /= test.Weights.Sum(w => (double)w);
        StepResult validated = epoch.Validation!.Value;
        validated.Loss.ShouldBe(own + (box / 2), 1e-5);
        (validated.Correct, validated.Count).ShouldBe((correct, test.Count));
        epoch.Outputs[0].Validation!.Value.Loss.ShouldBe(own, 1e-5);
        epoch.Outputs[0].Validation!.Value.Correct.ShouldBe(correct);
        epoch.Outputs[1].Validation!.Value.Loss.ShouldBe(box, 1e-5);
        epoch.Outputs[1].Validation!.Value.Count.ShouldBe(0);
        epoch.Metrics.Single().Value.ShouldBe((double)amongTwo / test.Count, 1e-12);
        reports[^1].Outputs.ShouldBe(epoch.Outputs);

        Trainer.Evaluate(model, test.ToDetector(), 5).Loss.ShouldBe(own + (box / 2), 1e-5);
        EvaluationResult evaluated = Evaluator.Run(model, test.ToDetector());
        evaluated.Loss!.Value.ShouldBe(own + (box / 2), 1e-5);
        evaluated.Accuracy.ShouldBe((double)correct / test.Count);
        evaluated.Outputs.Select(o => o.Key).ShouldBe(["output", "box"]);
        evaluated.Outputs[1].Value.Loss.ShouldBe(box, 1e-5);
        evaluated.ToString().ShouldContain(FormattableString.Invariant($"box_loss {box:0.0000}"));

        // Without targets of boxes there is no loss to tell of, but the model's own output is judged as ever.
        EvaluationResult without = Evaluator.Run(model, new TensorDataset([3, 8, 7], test.Inputs, test.Labels));
        without.Loss.ShouldBeNull();
        without.Outputs.ShouldBeEmpty();
        without.Accuracy.ShouldBe((double)correct / test.Count);
    }

    /// <summary>Ignored labels count for nothing, whatever batch they are in, and one batch has nothing else.</summary>
    [Fact]
    public void IgnoredLabels_CountForNothing()
    {
        HeadData test = HeadData.OfTwoTargets(13, 3);
        test.Labels.AsSpan(10).Fill(-1);
        using TwoTargetsNet model = new(5) { Threads = 1 };

        EvaluationResult result = Evaluator.Run(model, test.ToTwoTargets(), new EvaluationOptions { BatchSize = 5 });

        OutputSet outputs = new(TwoTargetsNet.Info);
        model.Predict(test.Inputs, outputs);
        double kind = 0, own = 0;
        int counted = 0, correct = 0;
        for (int i = 0; i < test.Count; i++)
        {
            for (int k = 0; k < 2; k++)
            {
                own += Math.Pow(outputs["output"][(2 * i) + k] - test.Boxes[(2 * i) + k], 2) / 26;
            }

            if (test.Labels[i] >= 0)
            {
                float[] logits = outputs["kind"].Slice(i * 4, 4).ToArray();
                kind += Math.Log(logits.Sum(v => Math.Exp(v))) - logits[test.Labels[i]];
                correct += logits[test.Labels[i]] == logits.Max() ? 1 : 0;
                counted++;
            }
        }

        counted.ShouldBe(8);
        result.Outputs[1].Key.ShouldBe("kind");
        result.Outputs[1].Value.Loss.ShouldBe(kind / counted, 1e-5);
        (result.Outputs[1].Value.Correct, result.Outputs[1].Value.Count).ShouldBe((correct, counted));
        result.Outputs[0].Value.Loss.ShouldBe(own, 1e-5);
        result.Loss!.Value.ShouldBe(own + (kind / counted), 1e-5);
    }

    [Fact]
    public void ClassWeights_WeighTheModelsOwnLoss()
    {
        HeadData data = HeadData.OfDetector(8, 1);
        float[] weights = [1, 2, 0.5f, 3, 0.25f];
        using DetectorNet expected = new(5) { Threads = 1 };
        using DetectorNet actual = new(5) { Threads = 1 };
        new Trainer(actual, new Sgd(0.1f)) { BatchSize = 8, Seed = Seed, ClassWeights = weights }.Fit(data.ToDetector());

        int[] order = HeadData.Order(8, Seed, 1);
        (float[] inputs, Targets targets) = data.Gather(order);
        float[] shares = new float[40];
        double sum = order.Sum(i => (double)weights[data.Labels[i]]);
        float scale = (float)(8 / sum);
        for (int slot = 0; slot < 8; slot++)
        {
            int label = data.Labels[order[slot]];
            shares[(slot * 5) + label] = weights[label] * scale;
        }

        expected.TrainStep(inputs, targets.Values(shares), new Sgd(0.1f));
        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public void EndedAtAnyStep_TheBitsAndFiguresAreTheSame(int checkpointSteps, int accumulate)
    {
        using TempFolder folder = new();
        (int[] bits, EpochResult[] epochs) = Train(folder["whole.safetensors"], int.MaxValue);
        int steps = accumulate == 1 ? 10 : 6;
        for (int stopAt = 1; stopAt < steps; stopAt++)
        {
            string path = folder[FormattableString.Invariant($"{stopAt}.safetensors")];
            Should.Throw<TimeoutException>(() => Train(path, stopAt));

            (int[] resumed, EpochResult[] found) = Train(path, int.MaxValue);

            resumed.ShouldBe(bits, $"ended after step {stopAt}");
            found.Select(e => (e.Loss, e.Accuracy, e.Validation)).ShouldBe(epochs.Select(e => (e.Loss, e.Accuracy, e.Validation)));
            found.SelectMany(e => e.Outputs).ShouldBe(epochs.SelectMany(e => e.Outputs));
            found.Length.ShouldBe(2);
            found[0].Outputs.Count.ShouldBe(2);
        }

        using DetectorNet other = new(5) { Threads = 1 };
        Trainer trainer = Make(other, folder["whole.safetensors"]);
        Should.Throw<WeightFileException>(() => trainer.Fit(HeadData.OfDetector(Count, 1).ToDetector(weighted: false))).Problems
            .ShouldContain("metadata \"further_targets\": expected \"4 float targets a sample for \"box\"\", actual \"4 float targets a sample for \"box\", weighted\"");

        Trainer Make(DetectorNet model, string path) =>
            new(model, new Adam(0.01f)) { BatchSize = BatchSize, Epochs = 2, Seed = Seed, AccumulateBatches = accumulate, CheckpointPath = path, CheckpointSteps = checkpointSteps, Resume = true };

        (int[] Bits, EpochResult[] Epochs) Train(string path, int stopAt)
        {
            using DetectorNet model = new(5) { Threads = 1 };
            Trainer trainer = Make(model, path);
            trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => Stop(s.Step, stopAt) });
            TrainingResult result = trainer.Fit(HeadData.OfDetector(Count, 1).ToDetector(), HeadData.OfDetector(9, 4).ToDetector());
            return (Samples.Bits(model), [.. result.Epochs]);
        }

        static void Stop(long step, int stopAt)
        {
            if (step == stopAt)
            {
                throw new TimeoutException();
            }
        }
    }

    [Theory]
    [InlineData("training/tally.box", null)]
    [InlineData("training/history.1.output.1", null)]
    [InlineData("training/history.1.output.0", "0.5 0.5 1")]
    [InlineData("training/history.1.output.0", "0.5 much")]
    [InlineData("training/further_targets", null)]
    public void ACheckpointThatLacksAnOutput_IsRefused(string key, string? text)
    {
        using TempFolder folder = new();
        string path = folder["last.safetensors"];
        Dataset data = HeadData.OfDetector(16, 1).ToDetector();
        using DetectorNet model = new(5) { Threads = 1 };
        new Trainer(model, new Sgd(0.1f)) { BatchSize = BatchSize, CheckpointPath = path }.Fit(data, data);
        SafetensorsFile file = SafetensorsFile.Read(path);
        file.Metadata.Keys.ShouldContain(key);
        Dictionary<string, string> metadata = file.Metadata.Where(m => m.Key != key).ToDictionary(m => m.Key, m => m.Value);
        if (text is not null)
        {
            metadata[key] = text;
        }

        SafetensorsFile.Write(path, file.Tensors.Values, metadata);
        int[] before = Samples.Bits(model);

        WeightFileException e = Should.Throw<WeightFileException>(() => new Trainer(model, new Sgd(0.1f)) { BatchSize = BatchSize, Epochs = 2, CheckpointPath = path, Resume = true }.Fit(data, data));

        e.Message.ShouldContain(path);
        e.Problems.ShouldHaveSingleItem().ShouldContain($"\"{key["training/".Length..]}\"");
        Samples.Bits(model).ShouldBe(before);
    }

    [Fact]
    public void TheCsvLog_HasEachOutputUnderKerassNames()
    {
        using TempFolder folder = new();
        HeadData data = HeadData.OfTwoTargets(20, 1);
        using TwoTargetsNet model = new(5) { Threads = 1 };
        Trainer trainer = new(model, new Sgd(0.05f)) { BatchSize = BatchSize };
        trainer.Callbacks.Add(new CsvLog(folder["log.csv"]));

        EpochResult epoch = trainer.Fit(data.ToTwoTargets(), data.ToTwoTargets()).Epochs[0];

        string[] lines = File.ReadAllLines(folder["log.csv"]);
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe(
            "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy,output_loss,val_output_loss,kind_loss,kind_accuracy,val_kind_loss,val_kind_accuracy");
        string[] cells = lines[1].Split(',');
        double[] figures = [.. cells[8..].Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
        OutputResult own = epoch.Outputs[0], kind = epoch.Outputs[1];
        figures.ShouldBe([own.Loss, own.Validation!.Value.Loss, kind.Loss, kind.Accuracy, kind.Validation!.Value.Loss, kind.Validation!.Value.Accuracy]);
        kind.Validation!.Value.Count.ShouldBe(16);
        cells[1].ShouldBe(epoch.Loss.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        epoch.Loss.ShouldBe(own.Loss + kind.Loss, 1e-12);
    }

    [Fact]
    public void OverfitCheckAndLearningRateFinder_TakeSuchNetworks()
    {
        HeadData data = HeadData.OfDetector(8, 1);
        using DetectorNet expected = new(5) { Threads = 1 };
        using DetectorNet actual = new(5) { Threads = 1 };
        (float[] inputs, Targets targets) = data.Gather([0, 1, 2, 3]);
        Sgd optimizer = new(0.1f);
        double[] losses = [.. Enumerable.Range(0, 3).Select(_ => expected.TrainStep(inputs, targets, optimizer).Loss)];

        OverfitCheck.Run(actual, new Sgd(0.1f), data.ToDetector(), batchSize: 4, steps: 3).Select(s => s.Loss).ShouldBe(losses);
        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));

        LearningRateCurve curve = new LearningRateFinder { Lowest = 1e-5, Highest = 1e-3, Steps = 4 }.Run(new Trainer(actual, new Sgd(0.1f)) { BatchSize = 4 }, new Sgd(0.1f), data.ToDetector());
        curve.Points.Count.ShouldBe(4);
        Samples.Bits(actual).ShouldBe(Samples.Bits(expected));
    }

    [Fact]
    public void ABatch_AllocatesNothing()
    {
        Dataset data = HeadData.OfDetector(20, 1).ToDetector();
        using DetectorNet model = new(1) { Threads = 1 };
        Adam optimizer = new();
        BatchBuffer batch = new(new BatchRecipe { Dataset = data }, 20);
        LossTally tally = new(model);
        int[] samples = [.. Enumerable.Range(0, 20)];

        Allocations.ShouldBeNone(model, () =>
        {
            batch.Fill(samples, 1, 0);
            tally.Add(batch, batch.Train(model, optimizer));
        });
    }
}
