using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Reports.Tests;

public sealed class CsvTests : IDisposable
{
    private const string Header = "epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatCsvLogWrote_IsReadBack()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 6, Epochs = 3, Callbacks = { new CsvLog(_folder["log.csv"]) } };
        TrainingResult result = trainer.Fit(Samples.Images(12), Samples.Images(9));
        Report fromFile = new("report");
        Report fromTraining = new("report");

        fromFile.AddCsv("run", _folder["log.csv"]);
        fromTraining.AddRun("run", result.Epochs);

        foreach (string chart in (string[])["Loss", "Accuracy", "Learning rate"])
        {
            Page.Curves(fromFile.ToHtml(), chart).Select(c => (c.Name, c.Line)).ShouldBe(Page.Curves(fromTraining.ToHtml(), chart).Select(c => (c.Name, c.Line)));
        }
    }

    [Fact]
    public void MetricsOfEachEpoch_HaveCharts()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 6, Epochs = 2, Metrics = { new TopK(2), new Named("a, \"b\" c") }, Callbacks = { new CsvLog(_folder["log.csv"]) } };
        TrainingResult result = trainer.Fit(Samples.Images(12), Samples.Images(9));
        Report fromFile = new("report");
        Report fromTraining = new("report");

        fromFile.AddCsv("run", _folder["log.csv"]);
        fromTraining.AddRun("run", result.Epochs);

        Page.Charts(fromFile.ToHtml()).ShouldBe(Page.Charts(fromTraining.ToHtml()));
        foreach (string html in (string[])[fromFile.ToHtml(), fromTraining.ToHtml()])
        {
            Page.Curves(html, "Validation top-2 accuracy").Single().Values.ShouldBe(result.Epochs.Select(e => ValueText.Number(e.Metrics[0].Value)));
            Page.Curves(html, "Validation a, \"b\" c").Single().Values.ShouldBe(["9.0000", "9.0000"]);
        }
    }

    [Fact]
    public void OutputsWithTargetsOfTheirOwn_HaveCharts()
    {
        using HeadNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 2, Epochs = 2, Callbacks = { new CsvLog(_folder["log.csv"]) } };
        Dataset samples = new TensorDataset([2], [1, 2, 3, 4, 5, 6, 7, 8], (float[])[1, 2, 3, 4]).With("kind", [0, 1, 2, 1]);
        TrainingResult result = trainer.Fit(samples, samples);
        Report fromFile = new("report");
        Report fromTraining = new("report");

        fromFile.AddCsv("run", _folder["log.csv"]);
        fromTraining.AddRun("run", result.Epochs);

        Page.Charts(fromFile.ToHtml()).ShouldBe(["Loss", "Loss of output", "Loss of kind", "Accuracy of kind", "Learning rate", "Time an epoch"]);
        Page.Charts(fromTraining.ToHtml()).ShouldBe(Page.Charts(fromFile.ToHtml()));
        foreach (string html in (string[])[fromFile.ToHtml(), fromTraining.ToHtml()])
        {
            Page.Curves(html, "Loss of kind").Select(c => c.Name).ShouldBe(["training", "validation"]);
            Page.Curves(html, "Loss of kind")[0].Values.ShouldBe(result.Epochs.Select(e => ValueText.Number(e.Outputs[1].Loss)));
            Page.Curves(html, "Accuracy of kind")[1].Values.ShouldBe(result.Epochs.Select(e => ValueText.Number(e.Outputs[1].Validation!.Value.Accuracy)));
        }

        fromFile.AddRun("other", result.Epochs);
        Page.Charts(fromFile.ToHtml()).ShouldContain("Training kind loss");
        Page.Charts(fromFile.ToHtml()).ShouldContain("Validation kind loss");
    }

    [Fact]
    public void ALossWithoutClasses_HasNoAccuracy()
    {
        using LineNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 2, Epochs = 2, Metrics = { new MeanAbsoluteError() }, Callbacks = { new CsvLog(_folder["log.csv"]) } };
        TensorDataset line = new([2], [1, 2, 3, 4, 5, 6, 7, 8], (float[])[1, 2, 3, 4]);
        TrainingResult result = trainer.Fit(line, line);
        Report fromFile = new("report");
        Report fromTraining = new("report");

        fromFile.AddCsv("run", _folder["log.csv"]);
        fromTraining.AddRun("run", result.Epochs);

        Page.Charts(fromFile.ToHtml()).ShouldBe(["Loss", "Validation mean absolute error", "Learning rate", "Time an epoch"]);
        Page.Charts(fromTraining.ToHtml()).ShouldBe(Page.Charts(fromFile.ToHtml()));
    }

    [Fact]
    public void Values_AndGaps()
    {
        string path = Write(Header + "1,2.5,0.25,0.1,100.0,12.000,,\n2,NaN,0.5,0.1,100.0,14.000,1.5,0.75\n");
        Report report = new("report");

        report.AddCsv("run", path);

        string html = report.ToHtml();
        Page.Curves(html, "Loss").Select(c => string.Join(' ', c.Values)).ShouldBe(["2.5000", "1.5000"]);
        Page.Curves(html, "Accuracy").Select(c => string.Join(", ", c.Values)).ShouldBe(["25.00 %, 50.00 %", "75.00 %"]);
        Page.Curves(html, "Time an epoch").Single().Values.ShouldBe(["12.0", "14.0"]);
        html.ShouldContain("1 value is not finite or too large to draw, and left out.");
    }

    [Theory]
    [InlineData("", "expected \"epoch,loss,")]
    [InlineData("epoch,loss\n1,2\n", "line 1: expected \"epoch,loss,")]
    [InlineData(Header + "1,2\n", "line 2: expected 8 values, actual 2")]
    [InlineData(Header + "1,2,0,0,0,0,,\n1,2,0,0,0,0,,\n", "line 3: expected an epoch over 1, actual \"1\"")]
    [InlineData(Header + "one,2,0,0,0,0,,\n", "line 2: expected an epoch over 0, actual \"one\"")]
    [InlineData(Header + "1,two,0,0,0,0,,\n", "line 2: expected a number for loss, actual \"two\"")]
    [InlineData(Header + "1,2,0,0,0,0,,0.5\n", "line 2: expected val_loss where there is val_accuracy")]
    [InlineData("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy,kappa\n", "line 1: expected \"epoch,loss,")]
    [InlineData("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy,\"val_a\n", "line 1: expected \"epoch,loss,")]
    [InlineData("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy,val_kappa\n1,2,0,0,0,0,1,1,much\n", "line 2: expected a number for val_kappa, actual \"much\"")]
    [InlineData(Header + "1,2,0,0,0,0,0.5", "line 2: expected 8 values, actual 7")]
    public void DamagedFiles_AreRefusedWhole(string text, string problem)
    {
        string path = Write(text);
        Report report = new("report");

        DataFileException refused = Should.Throw<DataFileException>(() => report.AddCsv("run", path));

        refused.Path.ShouldBe(path);
        refused.Message.ShouldContain(problem);
        Page.Charts(report.ToHtml()).ShouldBeEmpty();
    }

    private string Write(string text) => _folder.Write("log.csv", System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Counts samples under a name of a user's own.</summary>
    private sealed class Named(string name) : Metric
    {
        private int _count;

        public override string Name => name;

        public override double Value => _count;

        public override void Reset() => _count = 0;

        public override void Add(in EvaluationBatch batch) => _count += batch.Count;
    }
}
