using NetGen.Tests.Optimizers;
using NetGen.Tests.Training;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Averaging;

/// <summary>Averages against PyTorch 1.13; the script stands at the end.</summary>
public sealed class ParameterAverageTests
{
    [Fact]
    public void EqualWeights() => Compare(new WeightAverage(), [-1.08875f, -1.03000009f, -0.857500017f, -0.733749926f, -0.626250088f, -0.502499998f]);

    [Fact]
    public void Exponential() => Compare(
        new ExponentialMovingAverage(0.9), [-1.08800054f, -1.01619625f, -0.849906147f, -0.7501598f, -0.611811876f, -0.512065589f]);

    [Fact]
    public void Exponential_WithWarmUp() => Compare(
        new ExponentialMovingAverage(0.9) { WarmUp = true }, [-1.08735955f, -1.02800632f, -0.865487576f, -0.725290298f, -0.643615842f, -0.503418446f]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Buffers_AreCopiedOrAveraged(bool averaged)
    {
        ParameterSet parameters = FlatParameters.Make(6);
        ExponentialMovingAverage average = new(0.75) { AverageBuffers = averaged };
        parameters["a.running_mean"].Edit().Fill(1);
        average.Update(parameters);
        parameters["a.running_mean"].Edit().Fill(2);
        average.Update(parameters);
        parameters["a.running_mean"].Edit().Fill(5);

        using (average.Apply(parameters))
        {
            parameters["a.running_mean"].Values.ToArray().ShouldAllBe(v => v == (averaged ? 1.25f : 2));
        }

        parameters["a.running_mean"].Values.ToArray().ShouldAllBe(v => v == 5);
    }

    [Fact]
    public void Apply_PutsTheTrainedValuesBack_ToTheBit()
    {
        ParameterSet parameters = FlatParameters.Make(19);
        ExponentialMovingAverage average = new(0.5);
        average.Update(parameters);
        parameters.TrainableValues[3] = float.NaN;
        parameters.TrainableValues[4] = 1e-42f;
        string[] trained = LayeredParameters.Bits(parameters.TrainableValues);
        int version = parameters.Version;

        for (int again = 0; again < 2; again++)
        {
            IDisposable applied = average.Apply(parameters);
            parameters.TrainableValues.ToArray().ShouldBe(FlatParameters.Make(19).TrainableValues.ToArray());
            parameters.TrainableValues[0] = 77;
            applied.Dispose();
            parameters.TrainableValues[5] = 6;
            applied.Dispose();

            parameters.TrainableValues[5].ShouldBe(6);
            parameters.TrainableValues[5] = (5 - 9) / 8f;
            LayeredParameters.Bits(parameters.TrainableValues).ShouldBe(trained);
        }

        parameters.Version.ShouldBeGreaterThan(version);
    }

    [Fact]
    public void WhileApplied_ThereIsNoUpdate()
    {
        ParameterSet parameters = FlatParameters.Make(5);
        WeightAverage average = new();
        Should.Throw<InvalidOperationException>(() => average.Apply(parameters)).Message.ShouldContain("Update was not called yet");
        average.Update(parameters);

        using (average.Apply(parameters))
        {
            Should.Throw<InvalidOperationException>(() => average.Update(parameters)).Message.ShouldContain("dispose of what Apply returned");
            Should.Throw<InvalidOperationException>(() => average.Apply(parameters));
            Should.Throw<InvalidOperationException>(() => average.CopyTo(parameters));
        }

        average.Update(parameters);
        average.Updates.ShouldBe(2);
    }

    [Fact]
    public void CopyTo_FillsAnotherModelsParameters()
    {
        ParameterSet parameters = FlatParameters.Make(7);
        WeightAverage average = new();
        average.Update(parameters);
        ParameterSet other = FlatParameters.Make(7);
        other.TrainableValues.Clear();

        average.CopyTo(other);

        other.TrainableValues.ToArray().ShouldBe(parameters.TrainableValues.ToArray());
        Should.Throw<ArgumentException>(() => average.CopyTo(FlatParameters.Make(8))).Message
            .ShouldContain("expected parameters a.weight (6), a.running_mean (3), a.bias (1), actual a.weight (7), a.running_mean (3), a.bias (1)");
        Should.Throw<ArgumentException>(() => average.Update(other)).ParamName.ShouldBe("parameters");
        Should.Throw<ArgumentException>(() => average.Apply(other)).ParamName.ShouldBe("parameters");
    }

    [Fact]
    public void ARestoredAverage_GoesOnWithTheSameBits()
    {
        using TempFolder folder = new();
        ParameterSet parameters = LayeredParameters.Make();
        Sgd optimizer = new(0.1f);
        ExponentialMovingAverage whole = new() { WarmUp = true };
        ExponentialMovingAverage loaded = new() { WarmUp = true };
        for (int step = 0; step < 5; step++)
        {
            LayeredParameters.Step(optimizer, parameters, step);
            whole.Update(parameters);
            if (step == 2)
            {
                whole.SaveState(folder["ema"]);
                loaded.LoadState(parameters, folder["ema"]);
            }
            else if (step > 2)
            {
                loaded.Update(parameters);
            }
        }

        loaded.Updates.ShouldBe(5);
        loaded.CaptureState().Tensors.Select(t => (t.Name, Convert.ToHexString(t.Bytes.Span))).ShouldBe(
            whole.CaptureState().Tensors.Select(t => (t.Name, Convert.ToHexString(t.Bytes.Span))));
        loaded.CaptureState().Tensors[2].Name.ShouldBe("ema.a.running_mean");
    }

    [Fact]
    public void AnotherState_IsRefused()
    {
        using TempFolder folder = new();
        ParameterSet parameters = FlatParameters.Make(3);
        WeightAverage average = new();
        Should.Throw<InvalidOperationException>(() => average.SaveState(folder["swa"]));
        average.Update(parameters);
        average.SaveState(folder["swa"]);

        Should.Throw<WeightFileException>(() => new ExponentialMovingAverage().LoadState(parameters, folder["swa"])).Problems.ShouldBe(
        [
            "metadata \"ema.updates\": expected a whole number of 1 or more, actual none",
            "missing tensor \"ema.a.weight\": expected F32 (2)",
            "missing tensor \"ema.a.running_mean\": expected F32 (3)",
            "missing tensor \"ema.a.bias\": expected F32 (1)",
            "unexpected tensor \"swa.a.bias\": F32 (1)",
            "unexpected tensor \"swa.a.running_mean\": F32 (3)",
            "unexpected tensor \"swa.a.weight\": F32 (2)",
        ]);
        Should.Throw<ArgumentOutOfRangeException>(() => new ExponentialMovingAverage(1)).ParamName.ShouldBe("decay");
    }

    /// <summary>A model predicts with the average, and then with its own weights again.</summary>
    [Fact]
    public void AModel_PredictsWithTheAverage()
    {
        using SoftmaxRegression model = new(1, 2) { Threads = 1 };
        ExponentialMovingAverage average = new();
        float[] outputs = new float[2];
        model.Parameters["dense1.weight"].Edit().Clear();
        average.Update(model.Parameters);
        model.Parameters["dense1.weight"].Edit()[1] = 3;

        using (average.Apply(model.Parameters))
        {
            model.Predict([1f], outputs);
            outputs.ShouldBe([0, 0]);
        }

        model.Predict([1f], outputs);
        outputs.ShouldBe([0, 3]);
        IDisposable applied = average.Apply(model.Parameters);
        model.Dispose();
        applied.Dispose();
        model.Parameters["dense1.weight"].Values[1].ShouldBe(3);
    }

    private static void Compare(ParameterAverage average, float[] expected)
    {
        ParameterSet parameters = FlatParameters.Make(expected.Length);
        Sgd optimizer = new(0.1f);
        for (int step = 0; step < 5; step++)
        {
            FlatParameters.SetGradients(parameters, step);
            optimizer.Step(parameters);
            average.Update(parameters);
        }

        average.Updates.ShouldBe(5);
        average.CopyTo(parameters);
        for (int i = 0; i < expected.Length; i++)
        {
            parameters.TrainableValues[i].ShouldBe(expected[i], 1e-6, $"value {i}");
        }
    }
}

/* python3:
   import torch
   from torch.optim.swa_utils import AveragedModel
   class M(torch.nn.Module):
       def __init__(s):
           super().__init__(); s.p = torch.nn.Parameter(torch.tensor([(i - 9) / 8 for i in range(6)]))
   def avg(fn):
       m = M(); o = torch.optim.SGD(m.parameters(), 0.1); a = AveragedModel(m, avg_fn=fn)
       for t in range(5):
           m.p.grad = torch.tensor([((i * 7 + t * 5) % 13 - 6) / 16 for i in range(6)]); o.step(); a.update_parameters(m)
       return ", ".join("%.9gf" % v for v in a.module.p.tolist())
   warm = lambda n: min(0.9, (1 + int(n)) / (10 + int(n)))
   print("swa", avg(None))
   print("ema", avg(lambda a, p, n: 0.9 * a + 0.1 * p))
   print("emawarm", avg(lambda a, p, n: warm(n) * a + (1 - warm(n)) * p))
*/
