using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.TensorBoard.Tests;

public sealed class TensorBoardLogTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Ten samples in batches of four: three steps an epoch.</summary>
    [Fact]
    public void Training_LeavesItsCurves()
    {
        List<float> losses = [];
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.5f)) { BatchSize = 4, Epochs = 2 };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => losses.Add((float)s.LastStep.Loss) });
        trainer.Callbacks.Add(new TensorBoardLog(_folder["runs/one"]) { EverySteps = 2, Histograms = true });

        TrainingResult result = trainer.Fit(Samples(10), Samples(7));

        List<ReadEvent> train = EventReader.Events(Files("train").Single());
        Curve(train, "epoch_loss").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Loss)));
        Curve(train, "epoch_accuracy").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Accuracy)));
        Curve(train, "epoch_learning_rate").ShouldBe([(1, 0.5f), (2, 0.5f)]);
        Curve(train, "images_per_second").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.ImagesPerSecond)));
        Curve(train, "batch_loss").ShouldBe([(2, losses[1]), (4, losses[3]), (6, losses[5])]);

        ReadEvent[] weights = [.. train.Where(e => e.Tag == "dense1.weight")];
        weights.Select(e => e.Step).ShouldBe([1, 2]);
        ILookup<int, byte[]> last = EventReader.Fields(weights[1].Value[5].Single());
        double sum = 0;
        foreach (float value in net.Parameters["dense1.weight"].Values)
        {
            sum += value;
        }

        BitConverter.ToDouble(last[3].Single()).ShouldBe(6);
        BitConverter.ToDouble(last[4].Single()).ShouldBe(sum);
        EventReader.Doubles(last[7].Single()).Sum().ShouldBe(6);
        train.Count(e => e.Tag == "dense1.bias").ShouldBe(2);
        train.Count.ShouldBe((2 * 4) + 3 + (2 * 2));

        List<ReadEvent> validation = EventReader.Events(Files("validation").Single());
        Curve(validation, "epoch_loss").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Validation!.Value.Loss)));
        Curve(validation, "epoch_accuracy").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Validation!.Value.Accuracy)));
        validation.Count.ShouldBe(4);
    }

    [Fact]
    public void OutputsWithTargetsOfTheirOwn_HaveCurves()
    {
        using HeadNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 2, Epochs = 2, Callbacks = { new TensorBoardLog(_folder["runs/one"]) } };
        Dataset samples = new TensorDataset([2], [1, 2, 3, 4, 5, 6, 7, 8], (float[])[1, 2, 3, 4]).With("kind", [0, 1, 2, 1]);

        TrainingResult result = trainer.Fit(samples, samples);

        List<ReadEvent> train = EventReader.Events(Files("train").Single());
        List<ReadEvent> validation = EventReader.Events(Files("validation").Single());
        Curve(train, "epoch_output_loss").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Outputs[0].Loss)));
        Curve(train, "epoch_kind_loss").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Outputs[1].Loss)));
        Curve(train, "epoch_kind_accuracy").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Outputs[1].Accuracy)));
        Curve(validation, "epoch_kind_loss").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Outputs[1].Validation!.Value.Loss)));
        Curve(validation, "epoch_kind_accuracy").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Outputs[1].Validation!.Value.Accuracy)));
        validation.Count.ShouldBe(2 * 4);
    }

    [Fact]
    public void WithoutMore_TheEpochsAloneAreThere()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 4, Epochs = 1 };
        trainer.Callbacks.Add(new TensorBoardLog(_folder["runs/one"]));

        trainer.Fit(Samples(8));

        EventReader.Events(Files("train").Single()).Select(e => e.Tag).ShouldBe(["epoch_loss", "epoch_accuracy", "epoch_learning_rate", "images_per_second"]);
        Directory.Exists(Path.Combine(_folder["runs/one"], "validation")).ShouldBeFalse();
    }

    [Fact]
    public void Metrics_AreCurvesOfTheValidation_AndWithoutClassesThereIsNoAccuracy()
    {
        using TinyRegression net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.01f)) { BatchSize = 4, Epochs = 2, Metrics = { new MeanAbsoluteError() } };
        trainer.Callbacks.Add(new TensorBoardLog(_folder["runs/one"]));
        TensorDataset samples = new([2], [1, 2, 3, 4, 5, 6], [0.5f, -1, 2]);

        TrainingResult result = trainer.Fit(samples, samples);

        EventReader.Events(Files("train").Single()).ShouldNotContain(e => e.Tag == "epoch_accuracy");
        List<ReadEvent> validation = EventReader.Events(Files("validation").Single());
        validation.Select(e => e.Tag).ShouldBe(["epoch_loss", "epoch_mean_absolute_error", "epoch_loss", "epoch_mean_absolute_error"]);
        Curve(validation, "epoch_mean_absolute_error").ShouldBe(result.Epochs.Select(e => ((long)e.Epoch, (float)e.Metrics[0].Value)));
    }

    [Fact]
    public void GoingOn_AddsAFileOfTheNewEpochs()
    {
        Fit(2);
        string first = Files("train").Single();
        byte[] before = File.ReadAllBytes(first);

        Fit(3);

        File.ReadAllBytes(first).ShouldBe(before);
        Curve(EventReader.Events(first), "epoch_loss").Select(p => p.Step).ShouldBe([1, 2]);
        Curve(EventReader.Events(Files("train").Single(f => f != first)), "epoch_loss").Select(p => p.Step).ShouldBe([3]);
        Files("validation").Length.ShouldBe(2);

        void Fit(int epochs)
        {
            using TinyNet net = new(seed: 1);
            Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 4, Epochs = epochs, CheckpointPath = _folder["checkpoint"], Resume = true };
            trainer.Callbacks.Add(new TensorBoardLog(_folder["runs/one"]));
            trainer.Fit(Samples(8), Samples(5));
        }
    }

    [Fact]
    public void WhereATrainingBreaks_AllUntilThenIsThere_AndTheNextHasAFileOfItsOwn()
    {
        bool breaks = true;
        using TinyNet net = new(seed: 1);
        using TensorBoardLog log = new(_folder["runs/one"]) { EverySteps = 1 };
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 4, Epochs = 1 };
        trainer.Callbacks.Add(log);
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = _ => ThrowIf(breaks) });

        Should.Throw<NotSupportedException>(() => trainer.Fit(Samples(8)));
        string first = Files("train").Single();
        EventReader.Events(first).Select(e => e.Tag).ShouldBe(["batch_loss"]);

        breaks = false;
        trainer.Fit(Samples(8));
        Files("train").Length.ShouldBe(2);
        EventReader.Events(first).Count.ShouldBe(1);

        static void ThrowIf(bool breaks)
        {
            if (breaks)
            {
                throw new NotSupportedException();
            }
        }
    }

    [Fact]
    public void ParametersThatAreNotFinite_HaveACurveOfTheirNumber()
    {
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 8, Epochs = 1 };
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = s => s.Model.Parameters["dense1.bias"].Edit()[1] = float.NaN });
        trainer.Callbacks.Add(new TensorBoardLog(_folder["runs/one"]) { Histograms = true });

        trainer.Fit(Samples(8));

        List<ReadEvent> train = EventReader.Events(Files("train").Single());
        train.Where(e => e.Tag.StartsWith("not_finite/", StringComparison.Ordinal)).Select(e => (e.Tag, e.Step, e.Scalar)).ShouldBe([("not_finite/dense1.bias", 1, 1)]);
    }

    [Fact]
    public void BadSettings_AreRefused_BeforeTheFirstStep()
    {
        Should.Throw<ArgumentException>(() => new TensorBoardLog("")).ParamName.ShouldBe("folder");
        Should.Throw<ArgumentOutOfRangeException>(() => new TensorBoardLog("a") { EverySteps = -1 }).ParamName.ShouldBe("EverySteps");

        _folder.Write("taken", []);
        using TinyNet net = new(seed: 1);
        Trainer trainer = new(net, new Sgd(0.1f)) { BatchSize = 8, Epochs = 1 };
        int steps = 0;
        trainer.Callbacks.Add(new TensorBoardLog(_folder["taken"]));
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = _ => steps++ });
        Should.Throw<IOException>(() => trainer.Fit(Samples(8)));
        steps.ShouldBe(0);
    }

    private static TensorDataset Samples(int count) => new(
        [2], [.. Enumerable.Range(0, count * 2).Select(i => (i % 5) - 2f)], [.. Enumerable.Range(0, count).Select(i => i % 3)]);

    private static IEnumerable<(long Step, float Value)> Curve(List<ReadEvent> events, string tag) =>
        events.Where(e => e.Tag == tag).Select(e => (e.Step, e.Scalar));

    private string[] Files(string run) => Directory.GetFiles(Path.Combine(_folder["runs/one"], run));
}
