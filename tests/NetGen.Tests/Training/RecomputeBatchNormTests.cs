using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>Batch norms over images and over vectors, of other momentums; without a loss.</summary>
[Input(2, 3, 3)]
[Conv(3, 2)] [BatchNorm(Momentum = 0.3f)] [ReLU]
[Flatten]
[Dense(4)] [BatchNorm]
internal sealed partial class TwoNorms;

/// <summary>The same batch norm at two places.</summary>
[Input(2, 3, 3)]
[Conv(3, 2)] [BatchNorm(Share = "norm")] [ReLU]
[Conv(3, 1)] [BatchNorm(Share = "norm")]
internal sealed partial class SharedNorm;

/// <summary>Running statistics found anew, against PyTorch's update_bn; the script stands at the end.</summary>
public sealed class RecomputeBatchNormTests
{
    private const int Count = 8;

    private static readonly TensorDataset s_images = new(
        [2, 3, 3], [.. Enumerable.Range(0, Count * TwoNorms.InputSize).Select(i => ((i * 11 % 17) - 8) / 8f)], new int[Count]);

    /// <summary>The images in batches of 2 2 2 2, of 3 3 2, of 5 3 and of 8: each batch counts for the same, the smaller last one as well.</summary>
    [Theory]
    [InlineData(2, new[] { -0.111328118f, 0.428710908f, -0.021484375f, 0.647149146f, 0.151791707f, 0.419463515f, 0.420309961f, -0.00100584282f, -0.39112395f, 0.0184320174f, 0.00432249671f, 0.0121381246f, 0.00432351045f, 0.0117817223f })]
    [InlineData(3, new[] { -0.100694433f, 0.391710013f, -0.0101996493f, 0.622868955f, 0.185712323f, 0.379705817f, 0.423130751f, 0.000143490732f, -0.388201475f, 0.0204898492f, 0.00201571546f, 0.00713315094f, 0.00235167914f, 0.00995883904f })]
    [InlineData(5, new[] { -0.0920572877f, 0.3970052f, -0.0178385414f, 0.613940299f, 0.209794745f, 0.378222525f, 0.418662697f, -0.000767585356f, -0.391613424f, 0.0283717401f, 0.00344494032f, 0.0070834253f, 0.0036456841f, 0.0123422705f })]
    [InlineData(8, new[] { -0.111328125f, 0.428710938f, -0.021484375f, 0.617581248f, 0.177469566f, 0.393846095f, 0.412723303f, -0.0028214734f, -0.396924943f, 0.0242613312f, 0.00439600786f, 0.00632992666f, 0.00442706328f, 0.00916808192f })]
    public void Statistics_AreThoseOfPyTorch(int batchSize, float[] expected)
    {
        foreach (int threads in (int[])[1, 2, 5])
        {
            using TwoNorms model = Fill(new TwoNorms());
            model.Threads = threads;

            Trainer.RecomputeBatchNorm(model, s_images, batchSize).ShouldBe(2);

            Statistics(model).ShouldBe(expected, 1e-6);
        }
    }

    [Fact]
    public void DropLast_LeavesTheSmallerBatchOut()
    {
        using TwoNorms model = Fill(new TwoNorms());

        Trainer.RecomputeBatchNorm(model, s_images, batchSize: 3, dropLast: true);

        Statistics(model).ShouldBe([-0.143229157f, 0.539713502f, -0.0553385429f, 0.745635092f, 0.0455645956f, 0.510941029f, 0.395001233f, 0.0142460112f, -0.415476799f, 0.045035921f, 0.00298278965f, 0.00535685942f, 0.00344394939f, 0.0116242906f], 1e-6);
    }

    [Fact]
    public void ALayerAtTwoPlaces_IsCountedAtEach()
    {
        using SharedNorm model = Fill(new SharedNorm());

        Trainer.RecomputeBatchNorm(model, s_images, batchSize: 3).ShouldBe(1);

        Statistics(model).ShouldBe([0.110590905f, 0.207501531f, -0.196162105f, 0.31235975f, 0.0933888927f, 0.190299988f], 1e-6);
    }

    /// <summary>One batch: what a step from statistics of 0 moves them to is a tenth of the batch's own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AnyNetwork_GetsTheStatisticsThatAStepSees(int threads)
    {
        foreach (Func<Model> make in (Func<Model>[])[() => new ThreadedNet(1), () => new HeadedNet(1), () => new WideNormNet(1), () => new ManyWeightsNet(1), () => new SumNet(1)])
        {
            using Model stepped = make();
            using Model model = make();
            const int Batch = 7;
            TensorDataset data = new(model.Description.InputShape, Samples.Floats(Batch * model.Description.InputSize, 3), new int[Batch]);
            foreach (Parameter parameter in stepped.Parameters.Where(p => !p.Trainable))
            {
                parameter.Edit().Clear();
            }

            float[] inputs = new float[Batch * data.InputSize];
            for (int i = 0; i < Batch; i++)
            {
                data.CopyInput(i, inputs.AsSpan(i * data.InputSize, data.InputSize));
            }

            if (model is SumNet)
            {
                stepped.Forward(inputs, new float[Batch * model.Description.OutputSize]);
            }
            else
            {
                stepped.ComputeGradients(inputs, new int[Batch]);
            }

            model.Threads = threads;
            Trainer.RecomputeBatchNorm(model, data);

            foreach (Parameter parameter in model.Parameters.Where(p => !p.Trainable))
            {
                float[] expected = [.. stepped.Parameters[parameter.Path].Values.ToArray().Select(v => v * 10)];
                float largest = expected.Max(MathF.Abs);
                parameter.Values.ToArray().ShouldBe(expected, 1e-5 * largest, $"{model.Description.Name} {parameter.Path}");
            }
        }
    }

    [Fact]
    public void WeightsAndLaterTraining_StayAsTheyAre()
    {
        using ThreadedNet model = new(1);
        using ThreadedNet other = new(1);
        TensorDataset data = new([3, 9, 8], Samples.Floats(12 * ThreadedNet.InputSize, 5), Samples.Labels(12, 5, 6));
        Trainer trainer = new(model, new Sgd(0.1f)) { BatchSize = 4, Epochs = 2 };
        trainer.Fit(data);
        new Trainer(other, new Sgd(0.1f)) { BatchSize = 4, Epochs = 2 }.Fit(data);

        trainer.RecomputeBatchNorm(data).ShouldBe(3);

        Samples.Bits(model.Parameters.TrainableValues).ShouldBe(Samples.Bits(other.Parameters.TrainableValues));
        float[] inputs = Samples.Floats(4 * ThreadedNet.InputSize, 7);
        model.ComputeGradients(inputs, [0, 1, 2, 3]).ShouldBe(other.ComputeGradients(inputs, [0, 1, 2, 3]));
        Samples.Bits(model.Parameters.Gradients).ShouldBe(Samples.Bits(other.Parameters.Gradients));
    }

    /// <summary>
    /// An average's weights fit no statistics that training kept. Found anew over one batch, they normalise a first batch norm's values in prediction: mean 0, and squares that come to
    /// n - 1, since the variance is the unbiased one.
    /// </summary>
    [Fact]
    public void AnAverage_PredictsWithItsOwnStatistics()
    {
        using NormedFeatures model = Fill(new NormedFeatures());
        float[] inputs = [.. Enumerable.Range(0, Count * 4).Select(i => ((i * 11 % 17) - 8) / 4f)];
        TensorDataset data = new([4], inputs, new int[Count]);
        WeightAverage average = new();
        average.Update(model.Parameters);
        foreach (ref float value in model.Parameters["dense1.weight"].Edit())
        {
            value = (2 * value) + 1;
        }

        average.Update(model.Parameters);
        average.CopyTo(model.Parameters);
        model.Parameters["batchnorm1.weight"].Edit().Fill(1);
        model.Parameters["batchnorm1.bias"].Edit().Clear();

        new Trainer(model, new Sgd(0)) { BatchSize = Count }.RecomputeBatchNorm(data).ShouldBe(1);

        float[] outputs = new float[Count * 6];
        model.Predict(inputs, outputs);
        for (int c = 0; c < 6; c++)
        {
            float[] channel = [.. Enumerable.Range(0, Count).Select(i => outputs[(i * 6) + c])];
            channel.Sum().ShouldBe(0, 1e-4);
            channel.Sum(v => v * v).ShouldBe(Count - 1, 1e-2);
        }
    }

    /// <summary>The trainer's batches: its transform, and its order, which with batches of all samples does not matter.</summary>
    [Fact]
    public void ATrainer_ShowsItsOwnBatches()
    {
        using TwoNorms model = Fill(new TwoNorms());
        using TwoNorms doubled = Fill(new TwoNorms());
        TensorDataset twice = new([2, 3, 3], [.. Enumerable.Range(0, Count * 18).Select(i => ((i * 11 % 17) - 8) / 4f)], new int[Count]);
        Trainer.RecomputeBatchNorm(doubled, twice);

        Trainer trainer = new(model, new Sgd(0)) { BatchSize = 100, Seed = 4, LoaderThreads = 2, Transform = Double };
        trainer.RecomputeBatchNorm(s_images);

        Statistics(model).ShouldBe(Statistics(doubled), 1e-5);

        static void Double(Span<float> input, ref RandomSource random)
        {
            foreach (ref float value in input)
            {
                value *= 2;
            }
        }
    }

    [Fact]
    public void FrozenStatistics_AreFoundAnew_AndStayFrozen()
    {
        using TwoNorms model = Fill(new TwoNorms());
        using TwoNorms other = Fill(new TwoNorms());
        model.FreezeBatchNorm = true;

        Trainer.RecomputeBatchNorm(model, s_images);
        Trainer.RecomputeBatchNorm(other, s_images);

        model.FreezeBatchNorm.ShouldBeTrue();
        Statistics(model).ShouldBe(Statistics(other));
        float[] after = Statistics(model);
        model.Forward(new float[2 * TwoNorms.InputSize], new float[2 * 4]);
        Statistics(model).ShouldBe(after);
    }

    [Fact]
    public void StepsAfterwards_MoveByTheMomentum()
    {
        using TwoNorms model = Fill(new TwoNorms());
        Trainer.RecomputeBatchNorm(model, s_images);
        float before = model.Parameters["batchnorm2.running_mean"].Values[0];

        // The bias of the dense layer is the mean: no input, nothing after the ReLU but what the first norm's shift leaves, the same for both samples.
        model.Parameters["dense1.weight"].Edit().Clear();
        model.Forward(new float[2 * TwoNorms.InputSize], new float[2 * 4]);

        model.Parameters["batchnorm2.running_mean"].Values[0].ShouldBe((0.9f * before) + (0.1f * model.Parameters["dense1.bias"].Values[0]), 1e-6);
    }

    [Fact]
    public void AfterAnErrorOrACancellation_TheStatisticsAreAsBefore()
    {
        using TwoNorms model = Fill(new TwoNorms());
        float[] before = Statistics(model);
        CancellationTokenSource source = new();
        int seen = 0;
        Trainer trainer = new(model, new Sgd(0)) { BatchSize = 2, LoaderThreads = 0, Transform = Cancel };

        Should.Throw<OperationCanceledException>(() => trainer.RecomputeBatchNorm(s_images, source.Token));
        Statistics(model).ShouldBe(before);
        trainer.Transform = Fail;
        Should.Throw<InvalidDataException>(() => trainer.RecomputeBatchNorm(s_images));
        Statistics(model).ShouldBe(before);
        model.FreezeBatchNorm.ShouldBeFalse();
        seen.ShouldBeGreaterThan(4);

        void Cancel(Span<float> input, ref RandomSource random)
        {
            seen++;
            if (seen == 4)
            {
                source.Cancel();
            }
        }

        void Fail(Span<float> input, ref RandomSource random)
        {
            seen++;
            if (seen == 9)
            {
                throw new InvalidDataException("the ninth");
            }
        }
    }

    [Fact]
    public void WhatMakesNoStatistics_IsRefused()
    {
        using TwoNorms model = Fill(new TwoNorms());
        float[] before = Statistics(model);
        Should.Throw<ArgumentException>(() => Trainer.RecomputeBatchNorm(model, s_images, batchSize: 7)).Message.ShouldContain("batchnorm2 would normalise a single value a channel");
        model.FreezeBatchNorm = true;
        Should.Throw<ArgumentException>(() => Trainer.RecomputeBatchNorm(model, s_images, batchSize: 1)).Message.ShouldContain("actual 1");
        Should.Throw<ArgumentException>(() => Trainer.RecomputeBatchNorm(model, s_images, batchSize: 9, dropLast: true)).Message.ShouldContain("expected a whole batch of 9 samples or more when the last one is dropped, actual 8");
        Should.Throw<ArgumentException>(() => Trainer.RecomputeBatchNorm(model, s_images, batchSize: 0)).ParamName.ShouldBe("batchSize");
        Should.Throw<ArgumentException>(() => Trainer.RecomputeBatchNorm(model, Clusters.Make(8, 1))).Message.ShouldContain("expected inputs of shape (2, 3, 3) for TwoNorms, actual (2)");
        Statistics(model).ShouldBe(before);
        Trainer.RecomputeBatchNorm(model, s_images, batchSize: 7, dropLast: true).ShouldBe(2);
    }

    [Fact]
    public void WithoutBatchNorms_NothingIsDone()
    {
        using Classifier model = new(1);

        Trainer.RecomputeBatchNorm(model, new TensorDataset([6], new float[12], new int[2])).ShouldBe(0);
    }

    private static T Fill<T>(T model)
        where T : Model
    {
        int k = 0;
        foreach (Parameter parameter in model.Parameters)
        {
            Span<float> values = parameter.Edit();
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = parameter.Trainable ? (((i * 7) + (k * 5)) % 13 - 6) / 16f : 9;
            }

            k += parameter.Trainable ? 1 : 0;
        }

        return model;
    }

    private static float[] Statistics(Model model) => [.. model.Parameters.Where(p => !p.Trainable).SelectMany(p => p.Values.ToArray())];
}

/* python3, with PyTorch 1.13:
   import torch
   from torch import nn
   from torch.optim.swa_utils import update_bn
   def fill(t, k): return t.data.copy_(torch.tensor([((i * 7 + k * 5) % 13 - 6) / 16 for i in range(t.numel())]).view_as(t))
   x = torch.tensor([((i * 11) % 17 - 8) / 8 for i in range(8 * 18)]).view(8, 2, 3, 3)
   class A(nn.Module):
       def __init__(s):
           super().__init__()
           s.c, s.n, s.d, s.m = nn.Conv2d(2, 3, 2), nn.BatchNorm2d(3, momentum=0.3), nn.Linear(12, 4), nn.BatchNorm1d(4)
           for k, p in enumerate(s.parameters()): fill(p, k)
           s.n.running_mean.fill_(9)
       def forward(s, x): return s.m(s.d(torch.relu(s.n(s.c(x))).flatten(1)))
   class B(nn.Module):
       def __init__(s):
           super().__init__()
           s.a, s.n, s.b = nn.Conv2d(2, 3, 2), nn.BatchNorm2d(3), nn.Conv2d(3, 3, 1)
           for k, p in enumerate([s.a.weight, s.a.bias, s.n.weight, s.n.bias, s.b.weight, s.b.bias]): fill(p, k)
       def forward(s, x): return s.n(s.b(torch.relu(s.n(s.a(x)))))
   text = lambda *ts: ", ".join("%.9gf" % v for t in ts for v in t.tolist())
   for size in [2, 3, 5, 8]:
       a = A(); update_bn(x.split(size), a)
       print("A", size, text(a.n.running_mean, a.n.running_var, a.m.running_mean, a.m.running_var))
   a = A(); update_bn(x[:6].split(3), a)
   print("A drop", text(a.n.running_mean, a.n.running_var, a.m.running_mean, a.m.running_var))
   b = B(); update_bn(x.split(3), b)
   print("B 3", text(b.n.running_mean, b.n.running_var))
*/
