using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>A prediction has the running statistics as the last step left them, whether or not an optimizer changed weights.</summary>
public sealed class RunningStatisticsTests : IDisposable
{
    private static readonly float[] s_images = [.. Enumerable.Range(0, 6 * GatedNet.InputSize).Select(i => MathF.Sin(i))];
    private static readonly int[] s_labels = [0, 1, 2, 3, 0, 1];

    private readonly GatedNet _model = new(1);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void GradientsAlone_AreSeen()
    {
        float[] before = Predict(_model);

        _model.ComputeGradients(s_images, s_labels);

        ShouldBeAsTheWeightsSay();
        Predict(_model).ShouldNotBe(before);
    }

    [Fact]
    public void AStepWhoseOptimizerThrows_IsSeen()
    {
        float[] before = Predict(_model);
        using GatedNet other = new(2);
        Sgd optimizer = new(0.1f);
        optimizer.Step(other.Parameters);

        Should.Throw<ArgumentException>(() => _model.TrainStep(s_images, s_labels, optimizer));

        ShouldBeAsTheWeightsSay();
        Predict(_model).ShouldNotBe(before);
    }

    [Fact]
    public void FrozenStatistics_StayAsTheyAre()
    {
        _model.FreezeBatchNorm = true;
        float[] before = Predict(_model);
        int version = _model.Parameters.Version;

        _model.ComputeGradients(s_images, s_labels);

        Predict(_model).ShouldBe(before);
        _model.Parameters.Version.ShouldBe(version);
    }

    [Fact]
    public void APredictorMadeBefore_KeepsThem()
    {
        using Predictor predictor = _model.CreatePredictor();
        float[] before = Predict(_model);

        _model.ComputeGradients(s_images, s_labels);

        Predict(_model).ShouldNotBe(before);
        float[] outputs = new float[before.Length];
        predictor.Predict(s_images, outputs);
        outputs.ShouldBe(before);
    }

    private void ShouldBeAsTheWeightsSay()
    {
        using GatedNet copy = new(3);
        foreach (Parameter parameter in _model.Parameters)
        {
            parameter.Values.CopyTo(copy.Parameters[parameter.Path].Edit());
        }

        Predict(_model).ShouldBe(Predict(copy));
    }

    private static float[] Predict(GatedNet model)
    {
        float[] outputs = new float[6 * GatedNet.OutputSize];
        model.Predict(s_images, outputs);
        return outputs;
    }
}
