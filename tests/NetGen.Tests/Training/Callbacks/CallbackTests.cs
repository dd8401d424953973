using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training.Callbacks;

public sealed class CallbackTests
{
    [Fact]
    public void TheyAreToldInOrder()
    {
        List<string> told = [];
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 5, Epochs = 2 };
        trainer.Callbacks.Add(new LambdaCallback
        {
            TrainBegin = s => told.Add($"begin {s.Epoch} {s.Step}/{s.TotalSteps}"),
            EpochBegin = s => told.Add($"epoch {s.Epoch}"),
            StepEnd = s => told.Add($"step {s.Step} of {s.LastStep.Count}"),
            EpochEnd = s => told.Add($"end {s.History[^1].Epoch}"),
            TrainEnd = s => told.Add($"done {s.Step}"),
        });

        trainer.Fit(Clusters.Make(8, 1));

        told.ShouldBe(["begin 0 0/4", "epoch 1", "step 1 of 5", "step 2 of 3", "end 1", "epoch 2", "step 3 of 5", "step 4 of 3", "end 2", "done 4"]);
    }

    [Fact]
    public void Stop_EndsAfterTheStep_WithItsReason()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 5, Epochs = 9 };
        trainer.Callbacks.Add(new LambdaCallback { StepEnd = s => StopAt(s, 3) });

        TrainingResult result = trainer.Fit(Clusters.Make(10, 1));

        result.Steps.ShouldBe(3);
        result.Cancelled.ShouldBeFalse();
        result.StopReason.ShouldBe("enough");
        result.Epochs.Count.ShouldBe(1);

        static void StopAt(TrainingState state, long step)
        {
            if (state.Step == step)
            {
                state.Stop("enough");
            }
        }
    }

    /// <summary>The figures are the epochs' own; the second of the best epochs' parameters are left in the model.</summary>
    [Fact]
    public void EarlyStopping_WaitsForItsPatience_AndRestoresTheBest()
    {
        double[] figures = [3, 2, 2.5, 2.4, 1];
        List<float[]> values = [];
        using SoftmaxRegression model = new(2, 3);
        EarlyStopping stopping = new() { Monitor = new MonitoredMetric("figure", e => figures[e.Epoch - 1], Rises: false), Patience = 2 };
        Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = 5 };
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = s => values.Add(s.Model.Parameters.TrainableValues.ToArray()) });
        trainer.Callbacks.Add(stopping);

        TrainingResult result = trainer.Fit(Clusters.Make(30, 1));

        result.Epochs.Count.ShouldBe(4);
        result.StopReason.ShouldBe("no better figure than 2 of epoch 2 for 2 epochs");
        stopping.BestEpoch.ShouldBe(2);
        model.Parameters.TrainableValues.ToArray().ShouldBe(values[1]);
    }

    [Fact]
    public void EarlyStopping_CountsImprovementsOverMinDeltaAlone()
    {
        double[] figures = [0.5, 0.59, 0.6, 0.71];
        using SoftmaxRegression model = new(2, 3);
        EarlyStopping stopping = new() { Monitor = new MonitoredMetric("figure", e => figures[e.Epoch - 1], Rises: true), Patience = 3, MinDelta = 0.1 };
        Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = 4 };
        trainer.Callbacks.Add(stopping);

        trainer.Fit(Clusters.Make(30, 1)).StopReason.ShouldBeNull();
        stopping.BestEpoch.ShouldBe(4);
    }

    [Fact]
    public void AWatchedValidation_NeedsAValidationSet()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f));
        trainer.Callbacks.Add(new EarlyStopping());

        Should.Throw<InvalidOperationException>(() => trainer.Fit(Clusters.Make(30, 1))).Message.ShouldContain("expected a validation set");
    }

    [Fact]
    public void Plateau_LowersTheRate_DownToItsLeast()
    {
        double[] figures = [3, 3, 3, 2, 2, 2, 2, 2];
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(1f)) { Epochs = 8 };
        trainer.Callbacks.Add(new ReduceLearningRateOnPlateau { Monitor = new MonitoredMetric("figure", e => figures[e.Epoch - 1], Rises: false), Patience = 2, Factor = 0.1, MinRate = 0.05 });

        TrainingResult result = trainer.Fit(Clusters.Make(30, 1));

        result.Epochs.Select(e => e.LearningRate).ShouldBe([1f, 1f, 1f, 0.1f, 0.1f, 0.1f, 0.05f, 0.05f]);
    }

    [Fact]
    public void Plateau_RefusesASchedule()
    {
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(1f)) { Schedule = new CosineSchedule(0.1) };
        trainer.Callbacks.Add(new ReduceLearningRateOnPlateau());

        Should.Throw<InvalidOperationException>(() => trainer.Fit(Clusters.Make(30, 1))).Message.ShouldContain("no Trainer.Schedule");
    }

    [Fact]
    public void SaveBest_KeepsTheBestEpochsParameters()
    {
        using TempFolder folder = new();
        string path = folder["best.safetensors"];
        double[] figures = [3, 1, 2];
        List<float[]> values = [];
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = 3 };
        Dictionary<string, string> texts = new() { ["classes"] = "ants, bees, wasps" };
        trainer.Callbacks.Add(new SaveBest(path) { Monitor = new MonitoredMetric("figure", e => figures[e.Epoch - 1], Rises: false), Metadata = texts });
        trainer.Callbacks.Add(new LambdaCallback { EpochEnd = s => values.Add(s.Model.Parameters.TrainableValues.ToArray()) });
        trainer.Fit(Clusters.Make(30, 1));

        using SoftmaxRegression loaded = new(2, 3, seed: 9);
        loaded.Load(path);

        loaded.Parameters.TrainableValues.ToArray().ShouldBe(values[1]);
        SafetensorsFile.Read(path).Metadata.ShouldBe(texts);
    }

    [Fact]
    public void CsvLog_HasALineAnEpoch()
    {
        using TempFolder folder = new();
        string path = folder["log.csv"];
        using SoftmaxRegression model = new(2, 3);
        Trainer trainer = new(model, new Sgd(0.25f)) { Epochs = 2 };
        trainer.Callbacks.Add(new CsvLog(path));
        TrainingResult result = trainer.Fit(Clusters.Make(30, 1), Clusters.Make(10, 2));

        string[] lines = File.ReadAllLines(path);

        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("epoch,loss,accuracy,learning_rate,images_per_second,seconds,val_loss,val_accuracy");
        string[] second = lines[2].Split(',');
        second[0].ShouldBe("2");
        double.Parse(second[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(result.Epochs[1].Loss);
        second[3].ShouldBe("0.25");
        double.Parse(second[6], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(result.Epochs[1].Validation!.Value.Loss);
    }

    /// <summary>The average is validated, and the model trains on with its own.</summary>
    [Fact]
    public void Average_IsWhatIsValidated()
    {
        using SoftmaxRegression model = new(2, 3);
        ExponentialMovingAverage average = new(0.9);
        Trainer trainer = new(model, new Sgd(0.1f)) { Epochs = 3, Average = average };
        Dataset validation = Clusters.Make(20, 2);
        TrainingResult result = trainer.Fit(Clusters.Make(100, 1), validation);
        double own = Trainer.Evaluate(model, validation).Loss;

        using (average.Apply(model.Parameters))
        {
            result.Epochs[^1].Validation!.Value.Loss.ShouldBe(Trainer.Evaluate(model, validation).Loss, 1e-9);
        }

        Trainer.Evaluate(model, validation).Loss.ShouldBe(own);
        Math.Abs(own - result.Epochs[^1].Validation!.Value.Loss).ShouldBeGreaterThan(1e-9);
    }
}
