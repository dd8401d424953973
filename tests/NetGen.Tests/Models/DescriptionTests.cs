using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>What a generated class tells of itself.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void Constants_AgreeWithTheDescription()
    {
        using ThreadedNet model = new(1);

        model.Description.ShouldBeSameAs(ThreadedNet.Info);
        ThreadedNet.InputSize.ShouldBe(3 * 9 * 8);
        ThreadedNet.OutputSize.ShouldBe(5);
        ThreadedNet.ParameterCount.ShouldBe(model.Parameters.TrainableCount);
        ThreadedNet.Info.ParameterCount.ShouldBe(ThreadedNet.ParameterCount);
        ThreadedNet.Info.InputShape.ShouldBe([3, 9, 8]);
        ThreadedNet.Info.OutputShape.ShouldBe([5]);
        model.Parameters.Where(p => p.Trainable).Sum(p => p.Length).ShouldBe(ThreadedNet.ParameterCount);
        model.Parameters.Select(p => p.Path).ShouldBe(ThreadedNet.Info.Parameters.Select(p => p.Path));
    }

    [Fact]
    public void Memory_IsWhatIsAllocated()
    {
        using ThreadedNet model = new(1);

        ThreadedNet.Info.PredictionMemory.ShouldBe(model.Layout.PredictSlot * sizeof(float));
        ThreadedNet.Info.PredictionMemoryUnshared.ShouldBeGreaterThan(ThreadedNet.Info.PredictionMemory);
        ThreadedNet.Info.TrainingMemoryPerImage.ShouldBe(model.Layout.TrainSlot * sizeof(float) / model.Layout.TrainChunk);
    }

    [Fact]
    public void Weights_StartAsTheLayersAfterThemAsk()
    {
        using Classifier model = new(9);

        Classifier.Info.Parameters.Select(p => p.Initialization).ShouldBe(
            [Initialization.HeNormal, Initialization.Zero, Initialization.XavierNormal, Initialization.Zero]);
        model.Parameters["dense1.bias"].Values.ToArray().ShouldAllBe(v => v == 0);

        // Standard deviation √(2 / 6) over 192 values.
        double variance = model.Parameters["dense1.weight"].Values.ToArray().Average(v => (double)v * v);
        Math.Sqrt(variance).ShouldBe(Math.Sqrt(2.0 / 6), 0.12);
    }

    [Fact]
    public void WritingParameters_ReachesThePredictions()
    {
        using Classifier model = new(9);
        float[] outputs = new float[4];
        model.Predict(new float[6], outputs);
        outputs.ShouldBe([0, 0, 0, 0]);

        model.Parameters["dense2.bias"].Edit()[2] = 5;
        model.Predict(new float[6], outputs);

        outputs.ShouldBe([0, 0, 5, 0]);
        model.Parameters.TrainableValues.Clear();
        model.Predict(new float[6], outputs);
        outputs.ShouldBe([0, 0, 0, 0]);
    }
}
