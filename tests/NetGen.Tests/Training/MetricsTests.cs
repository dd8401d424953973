using NetGen.Tests.Models;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Metrics of a trainer: in the history, reports, logs, checkpoints, and what callbacks watch.</summary>
public sealed class MetricsTests
{
    /// <summary>The share of the second best class is counted here by sorting the outputs of a model that is trained alike, epoch by epoch.</summary>
    [Fact]
    public void EachEpochHasThem_OfTheValidationSetAlone()
    {
        Dataset validation = Clusters.Make(37, 2);
        Reports reports = [];
        List<double> expected = [];
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.05f)) { BatchSize = 8, Epochs = 3, Progress = reports, Metrics = { new TopK(2), new Seen() } };
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = s => expected.Add(TopTwo(s.Model, validation)) });

        TrainingResult result = trainer.Fit(Clusters.Make(100, 1), validation);

        expected.Count.ShouldBe(3);
        result.Epochs.Select(e => e.Metrics[0]).ShouldBe(expected.Select(v => new MetricValue("top-2 accuracy", v)));
        result.Epochs.Select(e => e.Metrics[1]).ShouldAllBe(m => m == new MetricValue("seen", 37));
        reports.Where(r => r.EpochEnded).Select(r => r.Metrics[0].Value).ShouldBe(expected);
        reports.Where(r => !r.EpochEnded).ShouldAllBe(r => r.Metrics.Count == 0);
    }

    [Fact]
    public void WithoutClasses_ThereIsNoAccuracy_AndTheErrorIsThere()
    {
        using TempFolder folder = new();
        using Regression model = new(3);
        TensorDataset train = Targets(20, 1);
        TensorDataset validation = Targets(9, 2);
        Trainer trainer = new(model, new Sgd(0.01f)) { BatchSize = 7, Epochs = 2, Metrics = { new MeanAbsoluteError() } };
        trainer.Callbacks.Add(new CsvLog(folder["log.csv"]));

        EpochResult last = trainer.Fit(train, validation).Epochs[^1];

        last.Accuracy.ShouldBe(double.NaN);
        last.Validation!.Value.Accuracy.ShouldBe(double.NaN);
        last.Metrics.ShouldBe([new MetricValue("mean absolute error", last.Metrics[0].Value)]);
        last.Metrics[0].Value.ShouldBe(Error(model, validation), 1e-9);
        string[] lines = File.ReadAllLines(folder["log.csv"]);
        lines[0].ShouldBe("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy,val_mean_absolute_error");
        string[] fields = lines[2].Split(',');
        fields[2].ShouldBe("");
        fields[7].ShouldBe("");
        double.Parse(fields[8], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(last.Metrics[0].Value);
    }

    /// <summary>A metric of one's own that rises and falls as it is told: the second epoch is the best.</summary>
    [Fact]
    public void CallbacksWatchThemByName()
    {
        using SoftmaxRegression model = new(2, 3);
        EarlyStopping stopping = new() { Monitor = MonitoredMetric.OfValidation("figure", rises: true), Patience = 2 };
        Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = 9, Metrics = { new Scripted([1, 5, 4, 3, 9]) } };
        trainer.Callbacks.Add(stopping);

        TrainingResult result = trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2));

        stopping.BestEpoch.ShouldBe(2);
        stopping.Best.ShouldBe(5);
        result.StopReason.ShouldBe("no better validation figure than 5 of epoch 2 for 2 epochs");
    }

    [Fact]
    public void WhatIsNotThere_IsRefused()
    {
        using SoftmaxRegression model = new(2, 3);
        Dataset data = Clusters.Make(30, 1);
        Trainer trainer = new(model, new Sgd(0.1f)) { Metrics = { new TopK(2) } };
        Should.Throw<ArgumentException>(() => trainer.Fit(data)).Message.ShouldBe("expected a validation set for the top-2 accuracy, actual none (Parameter 'validation')");

        trainer.Callbacks.Add(new EarlyStopping { Monitor = MonitoredMetric.OfValidation("top-3 accuracy", rises: true) });
        Should.Throw<InvalidOperationException>(() => trainer.Fit(data, data)).Message
            .ShouldBe("expected a metric \"top-3 accuracy\" in Trainer.Metrics, since it is watched, actual \"top-2 accuracy\"");

        trainer.Metrics.Add(new TopK(2));
        Should.Throw<ArgumentException>(() => trainer.Fit(data, data)).Message.ShouldBe("expected metrics of different names, actual 2 of \"top-2 accuracy\" (Parameter 'Metrics')");
        model.Steps.ShouldBe(0);

        using Regression regression = new(3);
        Trainer without = new(regression, new Sgd(0.01f));
        without.Callbacks.Add(new SaveBest("never") { Monitor = MonitoredMetric.ValidationAccuracy });
        Should.Throw<InvalidOperationException>(() => without.Fit(Targets(5, 1), Targets(5, 1))).Message.ShouldContain("expected a loss with classes");
    }

    [Fact]
    public void ACheckpointKeepsThem()
    {
        using TempFolder folder = new();
        TrainingResult first = Fit(2, [new TopK(2), new Scripted([double.NaN, 1.0 / 3])]);
        TrainingResult second = Fit(3, [new TopK(2), new Scripted([7])]);

        second.Epochs.Count.ShouldBe(3);
        second.Epochs.Take(2).SelectMany(e => e.Metrics).ShouldBe(first.Epochs.SelectMany(e => e.Metrics));
        second.Epochs[1].Metrics[1].ShouldBe(new MetricValue("figure", 1.0 / 3));
        second.Epochs[2].Metrics[1].ShouldBe(new MetricValue("figure", 7));

        TrainingResult Fit(int epochs, Metric[] metrics)
        {
            using SoftmaxRegression model = new(2, 3);
            Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = epochs, CheckpointPath = folder["c"], Resume = true, Metrics = { metrics[0], metrics[1] } };
            return trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2));
        }
    }

    [Fact]
    public void ADamagedFigureOfACheckpoint_IsRefused()
    {
        using TempFolder folder = new();
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { CheckpointPath = folder["c"], Resume = true, Metrics = { new Scripted([5]) } };
        trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2));
        byte[] bytes = File.ReadAllBytes(folder["c"]);
        int place = bytes.AsSpan().IndexOf("\"5 figure\""u8);
        bytes[place + 1] = (byte)'x';
        File.WriteAllBytes(folder["c"], bytes);

        Should.Throw<WeightFileException>(() => trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2))).Message
            .ShouldContain("metadata \"history.1.metric.0\": expected a metric's figure and its name, actual \"x figure\"");
    }

    [Fact]
    public void NamesWithCommas_AreQuotedInCsv()
    {
        using TempFolder folder = new();
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { Metrics = { new Scripted([5], "a, \"b\"") } };
        trainer.Callbacks.Add(new CsvLog(folder["log.csv"]));
        trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2));

        File.ReadAllLines(folder["log.csv"])[0].ShouldEndWith(",val_accuracy,\"val_a,_\"\"b\"\"\"");
    }

    private static double TopTwo(Model model, Dataset set)
    {
        float[] input = new float[2];
        float[] output = new float[3];
        int hits = 0;
        using Predictor predictor = model.CreatePredictor();
        for (int i = 0; i < set.Count; i++)
        {
            set.CopyInput(i, input);
            predictor.Predict(input, output);
            hits += output.Select((value, c) => (value, c)).OrderByDescending(p => p.value).Take(2).Any(p => p.c == set.LabelOf(i)) ? 1 : 0;
        }

        return (double)hits / set.Count;
    }

    private static double Error(Regression model, TensorDataset set)
    {
        float[] input = new float[set.InputSize];
        float[] target = new float[set.TargetSize];
        float[] output = new float[set.TargetSize];
        double sum = 0;
        for (int i = 0; i < set.Count; i++)
        {
            set.CopyInput(i, input);
            set.CopyTargets(i, target);
            model.Predict(input, output);
            sum += output.Zip(target, (a, b) => Math.Abs((double)a - b)).Sum();
        }

        return sum / (set.Count * set.TargetSize);
    }

    private static TensorDataset Targets(int count, ulong seed) => new(
        Regression.Info.InputShape, Samples.Floats(count * Regression.InputSize, seed), Samples.Floats(count * Regression.OutputSize, seed + 100));

    /// <summary>Counts predictions.</summary>
    private sealed class Seen : Metric
    {
        private int _count;

        public override string Name => "seen";

        public override double Value => _count;

        public override void Reset() => _count = 0;

        public override void Add(in EvaluationBatch batch) => _count += batch.Predictions;
    }

    /// <summary>Comes to the next of its figures at each pass.</summary>
    private sealed class Scripted(double[] figures, string name = "figure") : Metric
    {
        private int _passes;

        public override string Name => name;

        public override double Value => figures[_passes - 1];

        public override void Reset() => _passes++;

        public override void Add(in EvaluationBatch batch)
        {
        }
    }
}
