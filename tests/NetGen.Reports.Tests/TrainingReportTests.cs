using NetGen.Distributed.Tests;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Reports.Tests;

public sealed class TrainingReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Html => File.ReadAllText(_folder["report.html"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ItIsThereFromTheBegin_GrowsByEpochs_AndEndsWithTheEvaluation()
    {
        List<(int Points, string[] Sections)> seen = [];
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 6, Epochs = 3 };
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]) { Evaluation = Samples.Images(9), Activations = [0, 4], Mistakes = 5 });
        trainer.Callbacks.Add(new LambdaCallback { TrainBegin = _ => See(0), EpochEnd = s => See(s.Epoch) });

        TrainingResult result = trainer.Fit(Samples.Images(12), Samples.Images(9));

        seen.Select(s => s.Points).ShouldBe([0, 1, 2, 3]);
        seen.ShouldAllBe(s => s.Sections.SequenceEqual(new[] { "TinyNet", "Layers" }));
        Page.Sections(Html).ShouldBe(["TinyNet", "Layers", "First-layer filters", "Confusion matrix", "Classes", "Most mistaken", "Activations at maps", "Grad-CAM at maps"]);
        Page.Curves(Html, "Loss")[1].Values.ShouldBe(result.Epochs.Select(e => ValueText.Number(e.Validation!.Value.Loss)));
        Html.ShouldContain("TinyNet: ended after 3 of 3 epochs");
        Html.ShouldContain("<html lang=\"en\" data-refresh=\"0\">");
        Page.Rows(Html, "Confusion matrix")[1..].Sum(r => r[1..].Sum(int.Parse)).ShouldBe(9);

        void See(int epoch)
        {
            Html.ShouldContain(FormattableString.Invariant($"TinyNet: {epoch} of 3 epochs"));
            Html.ShouldContain("data-refresh=\"30\"");
            seen.Add((epoch == 0 ? 0 : Page.Curves(Html, "Loss")[0].Epochs.Length, Page.Sections(Html)));
        }
    }

    [Fact]
    public void OfSeveralProcesses_OneWrites_AndTellsWhoWaited()
    {
        ThreadWorld.Run(2, world =>
        {
            using TinyNet net = new(seed: 1) { Threads = 1 };
            Trainer trainer = new(net, new Sgd(0.01f)) { World = world, BatchSize = 6, Epochs = 2 };
            trainer.Callbacks.Add(new TrainingReport(_folder[world.IsFirst ? "report.html" : "other.html"]));
            return trainer.Fit(Samples.Images(12), Samples.Images(9));
        });

        _folder.Names().ShouldBe(["report.html"]);
        string[][] rows = Page.Rows(Html, "Ranks");
        rows.Select(r => r[0]).ShouldBe(["rank", "0: thread 0", "1: thread 1"]);
        rows[1..].ShouldAllBe(r => r[1].EndsWith(" %"));
        Html.ShouldContain("The share of epoch 2 in which each waited for others.");
    }

    [Fact]
    public void GoingOn_KeepsTheEpochsBefore()
    {
        Fit(2);
        string before = Html;
        Fit(3);

        Page.Curves(Html, "Loss")[0].Epochs.ShouldBe(["1", "2", "3"]);
        Page.Curves(Html, "Loss")[0].Values[..2].ShouldBe(Page.Curves(before, "Loss")[0].Values);

        void Fit(int epochs)
        {
            using TinyNet net = new(seed: 1);
            Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 6, Epochs = epochs, CheckpointPath = _folder["checkpoint"], Resume = true };
            trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]));
            trainer.Fit(Samples.Images(12), Samples.Images(9));
        }
    }

    [Fact]
    public void ACheckpointWithoutAReport_GoesOnWithOne()
    {
        using TinyNet net = new(seed: 1);
        new Trainer(net, new Sgd(0.1f)) { BatchSize = 6, Epochs = 1, CheckpointPath = _folder["checkpoint"] }.Fit(Samples.Images(12));
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 6, Epochs = 2, CheckpointPath = _folder["checkpoint"], Resume = true };
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]));

        trainer.Fit(Samples.Images(12));

        Page.Curves(Html, "Loss").Single().Epochs.ShouldBe(["1", "2"]);
    }

    [Fact]
    public void TwoTrainings_ShareAReport()
    {
        Report report = new("Two rates");
        foreach (float rate in (float[])[0.1f, 0.01f])
        {
            using TinyNet net = new(seed: 1);
            Trainer trainer = new(net, new Sgd(rate)) { BatchSize = 6, Epochs = 2 };
            trainer.Callbacks.Add(new TrainingReport(_folder["report.html"], report) { RunName = FormattableString.Invariant($"rate {rate}") });
            trainer.Fit(Samples.Images(12), Samples.Images(9));
        }

        Page.Curves(Html, "Validation loss").Select(c => (c.Name, c.Epochs.Length)).ShouldBe([("rate 0.1", 2), ("rate 0.01", 2)]);
        Page.Sections(Html).ShouldContain("Layers: rate 0.01");
    }

    [Fact]
    public void EveryFewEpochs_ItIsEvaluated()
    {
        List<bool> evaluated = [];
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 6, Epochs = 3 };
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]) { Evaluation = Samples.Images(9), EvaluateEvery = 2, Mistakes = 0 });
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = _ => evaluated.Add(Page.Sections(Html).Contains("Confusion matrix")) });

        trainer.Fit(Samples.Images(12));

        evaluated.ShouldBe([false, true, true]);
        Page.Sections(Html).ShouldNotContain("Most mistaken");
    }

    [Fact]
    public void WhatWasCancelled_SaysSo_AndIsNotEvaluated()
    {
        using CancellationTokenSource cancel = new();
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 6, Epochs = 3 };
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]) { Evaluation = Samples.Images(9) });
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = _ => cancel.Cancel() });

        trainer.Fit(Samples.Images(12), cancellation: cancel.Token).Cancelled.ShouldBeTrue();

        Html.ShouldContain("TinyNet: interrupted after 1 of 3 epochs");
        Page.Sections(Html).ShouldBe(["TinyNet", "Layers"]);
    }

    [Fact]
    public void TheAverage_IsWhatIsEvaluated()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.05f)) { BatchSize = 6, Epochs = 2, Average = new ExponentialMovingAverage(0.9) };
        Report report = new("average");
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"], report));
        trainer.Fit(Samples.Images(12));
        string ofTraining = Page.Section(Html, "First-layer filters");

        report.AddFilters(net);
        Page.Section(report.ToHtml(), "First-layer filters").ShouldNotBe(ofTraining);
        using (trainer.Average.Apply(net.Parameters))
        {
            report.AddFilters(net);
        }

        Page.Section(report.ToHtml(), "First-layer filters").ShouldBe(ofTraining);
    }

    [Fact]
    public void WithoutClasses_ThereAreCurvesAlone()
    {
        using LineNet net = new(seed: 1);
        TensorDataset data = new([2], [1, 2, 3, 4], targets: [1f, 2f]);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 2, Epochs = 1 };
        trainer.Callbacks.Add(new TrainingReport(_folder["report.html"]) { Evaluation = data });

        trainer.Fit(data, data);

        Page.Sections(Html).ShouldBe(["LineNet", "Layers"]);
        Page.Charts(Html).ShouldBe(["Loss", "Learning rate", "Time an epoch"]);
    }

    [Fact]
    public void AFileThatCannotBeWritten_EndsTheTraining_BeforeItsFirstStep()
    {
        int steps = 0;
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 6, Epochs = 1 };
        trainer.Callbacks.Add(new TrainingReport(_folder["absent/report.html"]));
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = _ => steps++ });

        Should.Throw<DirectoryNotFoundException>(() => trainer.Fit(Samples.Images(12)));

        steps.ShouldBe(0);
    }
}
