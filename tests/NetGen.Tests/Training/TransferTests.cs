using NetGen.Tests.Models;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Training;

/// <summary>What was trained before, for three classes.</summary>
[Input(2)]
[Dense(16)] [BatchNorm] [ReLU] [Dense(12)] [ReLU]
[Dense(3)]
[SoftmaxCrossEntropy]
internal sealed partial class Teacher;

/// <summary>The same front under a head for two.</summary>
[Input(2)]
[Dense(16)] [BatchNorm] [ReLU] [Dense(12)] [ReLU]
[Dense(2, Name = "head")]
[SoftmaxCrossEntropy]
internal sealed partial class Pupil;

/// <summary>The way of transfer learning in one process: load what fits, freeze it, train the head, thaw, go on with lower rates.</summary>
public sealed class TransferTests : IDisposable
{
    private static readonly string[] s_front = ["dense?.*", "batchnorm1.*"];

    private readonly TempFolder _folder = new();
    private readonly Teacher _teacher = new(1);
    private readonly Pupil _net = new(5);
    private readonly TensorDataset _train = TwoClasses(96, 3);

    public TransferTests()
    {
        new Trainer(_teacher, new Adam(0.01f)) { BatchSize = 16, Epochs = 3 }.Fit(Clusters.Make(200, 2));
        _teacher.Save(_folder["teacher"]);
        _net.LoadMatching(_folder["teacher"]).Missing.ShouldBe(["head.weight", "head.bias"]);
    }

    public void Dispose()
    {
        _teacher.Dispose();
        _net.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TheHead_IsTrained_WhileTheFrontKeepsItsBits()
    {
        Adam adam = new(0.05f) { WeightDecay = 0.1 };
        adam.Freeze(s_front);
        _net.FreezeBatchNorm = true;
        double before = Trainer.Evaluate(_net, _train).Loss;

        new Trainer(_net, adam) { BatchSize = 16, Epochs = 4 }.Fit(_train);

        FrontIsTheTeachers().ShouldBeTrue();
        Trainer.Evaluate(_net, _train).Loss.ShouldBeLessThan(before / 2);
    }

    /// <summary>A frozen front whose batch norms are not: its predictions change with the running statistics, which no optimizer holds.</summary>
    [Fact]
    public void WithoutFreezeBatchNorm_TheStatisticsMove_AndOnlyThey()
    {
        Adam adam = new(0.05f);
        adam.Freeze(s_front);

        new Trainer(_net, adam) { BatchSize = 16 }.Fit(_train);

        _net.Parameters.Where(p => !p.Path.StartsWith("head", StringComparison.Ordinal) && !Same(p)).Select(p => p.Path)
            .ShouldBe(["batchnorm1.running_mean", "batchnorm1.running_var"]);
    }

    /// <summary>One optimizer through both parts, and a Trainer for each.</summary>
    [Fact]
    public void AfterTheThaw_TheFrontMovesAtItsOwnRate()
    {
        Sgd sgd = new(0.1f);
        sgd.Freeze(s_front);
        _net.FreezeBatchNorm = true;
        new Trainer(_net, sgd) { BatchSize = 16, Epochs = 2 }.Fit(_train);
        FrontIsTheTeachers().ShouldBeTrue();
        float[] before = Values();

        sgd.Thaw(s_front);
        sgd.Groups.Add(new ParameterGroup("dense1.*", "batchnorm1.*") { LearningRateFactor = 0.0625f });
        sgd.Groups.Add(new ParameterGroup("dense2.*") { LearningRateFactor = 0.25f });
        sgd.LearningRate = 0.5f;
        new Trainer(_net, sgd) { BatchSize = 96 }.Fit(_train);

        // Powers of two scale without rounding; the gradients of the step are still there.
        float[] expected = [.. _net.Parameters.Where(p => p.Trainable).SelectMany(Moved)];
        Values().ShouldBe(expected, 1e-7);
        Values().ShouldNotBe(before);

        IEnumerable<float> Moved(Parameter parameter)
        {
            float rate = parameter.Path[..5] switch { "dense" when parameter.Path[5] == '2' => 0.125f, "dense" or "batch" => 0.03125f, _ => 0.5f };
            int start = _net.Parameters.TakeWhile(p => p != parameter).Where(p => p.Trainable).Sum(p => p.Length);
            return parameter.Gradient.ToArray().Select((g, i) => before[start + i] - (rate * g));
        }
    }

    /// <summary>With Adam, what was frozen begins its own count of steps, so that its first ones are not smaller than they should be.</summary>
    [Fact]
    public void AThawedPart_TrainsAsFromTheStart()
    {
        Adam adam = new(0.01f);
        adam.Freeze(s_front);
        _net.FreezeBatchNorm = true;
        new Trainer(_net, adam) { BatchSize = 16, Epochs = 3 }.Fit(_train);
        float[] before = _net.Parameters["dense2.weight"].Values.ToArray();

        adam.Thaw(s_front);
        new Trainer(_net, adam) { BatchSize = 96 }.Fit(_train);

        // Adam's first step is the rate times the gradient's sign (Kingma and Ba 2015, section 2.1).
        Parameter weight = _net.Parameters["dense2.weight"];
        for (int i = 0; i < weight.Length; i++)
        {
            if (MathF.Abs(weight.Gradient[i]) > 1e-4f)
            {
                weight.Values[i].ShouldBe(before[i] - (0.01f * MathF.Sign(weight.Gradient[i])), 1e-5, $"value {i}");
            }
        }

        weight.Gradient.ToArray().ShouldContain(g => MathF.Abs(g) > 1e-4f);
    }

    /// <summary>What is below a frozen part still learns: the way back goes through.</summary>
    [Fact]
    public void AFrozenMiddle_LetsGradientsThrough()
    {
        using Pupil other = new(5);
        other.LoadMatching(_folder["teacher"]);
        Sgd frozen = new(0.1f);
        frozen.Freeze("dense2.*");
        new Trainer(_net, frozen) { BatchSize = 96 }.Fit(_train);
        new Trainer(other, new Sgd(0.1f)) { BatchSize = 96 }.Fit(_train);

        Samples.Bits(_net.Parameters["dense1.weight"].Values).ShouldBe(Samples.Bits(other.Parameters["dense1.weight"].Values));
        Same(_net.Parameters["dense1.weight"]).ShouldBeFalse();
        Same(_net.Parameters["dense2.weight"]).ShouldBeTrue();
    }

    private static TensorDataset TwoClasses(int count, ulong seed)
    {
        TensorDataset three = Clusters.Make(count, seed);
        float[] inputs = new float[count * 2];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            three.CopyInput(i, inputs.AsSpan(2 * i, 2));
            labels[i] = three.LabelOf(i) == 1 ? 1 : 0;
        }

        return new TensorDataset([2], inputs, labels);
    }

    private float[] Values() => _net.Parameters.TrainableValues.ToArray();

    private bool FrontIsTheTeachers() => _net.Parameters.All(p => p.Path.StartsWith("head", StringComparison.Ordinal) || Same(p));

    private bool Same(Parameter parameter) => Samples.Bits(parameter.Values).SequenceEqual(Samples.Bits(_teacher.Parameters[parameter.Path].Values));
}
