using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Bad arguments give the documented exceptions, which name the argument, what was expected and what came.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void Predict_WantsWholeImages()
    {
        using Classifier model = new(1);
        using Predictor predictor = model.CreatePredictor();
        foreach (Action<float[], float[]> predict in (Action<float[], float[]>[])[(x, y) => model.Predict(x, y), (x, y) => predictor.Predict(x, y)])
        {
            Bad<ArgumentException>(() => predict(new float[7], new float[4]), "inputs", "expected a whole number of images of 6 values", "actual 7");
            Bad<ArgumentException>(() => predict([], []), "inputs", "at least one", "actual 0");
            Bad<ArgumentException>(() => predict(new float[12], new float[4]), "outputs", "expected 8 values (", "actual 4");
            Bad<ArgumentException>(() => predict(new float[6], new float[5]), "outputs", "expected 4", "actual 5");
        }
    }

    [Fact]
    public void Features_WantATagAndItsSize()
    {
        using TaggedNet model = new(1);
        using Classifier untagged = new(1);
        using Predictor predictor = model.CreatePredictor();
        foreach (Action<string, float[], float[]> features in (Action<string, float[], float[]>[])
            [(t, x, y) => model.Features(t, x, y), (t, x, y) => predictor.Features(t, x, y)])
        {
            Bad<ArgumentException>(() => features("hidden", new float[112], new float[3]), "tag", "TaggedNet", "\"conv\", \"pooled\"", "actual \"hidden\"");
            Bad<ArgumentNullException>(() => features(null!, new float[112], new float[3]), "tag");
            Bad<ArgumentException>(() => features("pooled", new float[111], new float[108]), "inputs", "of 112 values", "actual 111");
            Bad<ArgumentException>(() => features("pooled", new float[224], new float[108]), "values", "expected 216 values (2 × 108", "actual 108");
        }

        Bad<ArgumentException>(() => untagged.Features("x", new float[6], new float[4]), "tag", "(none)");
        TaggedNet.Info.Tags.Select(t => $"{t.Name} {string.Join("×", t.Shape)} {t.Size}").ShouldBe(["conv 18×6×5 540", "pooled 18×3×2 108"]);
        Classifier.Info.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Steps_WantALabelAnImage()
    {
        using Classifier model = new(1);
        Adam optimizer = new();
        foreach (Action<float[], int[]> step in (Action<float[], int[]>[])
            [(x, l) => model.TrainStep(x, l, optimizer), (x, l) => model.ComputeGradients(x, l), (x, l) => model.Evaluate(x, l)])
        {
            Bad<ArgumentException>(() => step(new float[5], [0]), "inputs", "of 6 values", "actual 5");
            Bad<ArgumentException>(() => step([], []), "inputs", "at least one", "actual 0");
            Bad<ArgumentException>(() => step(new float[12], [0]), "labels", "expected 2", "actual 1");
            Bad<ArgumentOutOfRangeException>(() => step(new float[12], [0, 4]), "labels", "expected classes from 0 to 3", "actual 4 at 1");
            Bad<ArgumentOutOfRangeException>(() => step(new float[6], [-1]), "labels", "expected classes from 0 to 3", "actual -1 at 0");
        }

        Bad<ArgumentException>(() => model.ComputeGradients(new float[6], [0], new float[3]), "outputs", "expected 4", "actual 3");
        Bad<ArgumentException>(() => model.ComputeGradients(new float[6], [0], default, new float[7]), "inputGradients", "expected 6", "actual 7");
        Should.Throw<ArgumentNullException>(() => model.TrainStep(new float[6], [0], null!)).ParamName.ShouldBe("optimizer");
    }

    [Fact]
    public void Images_WantALabelAPixel()
    {
        using Segmenter model = new(1);

        Bad<ArgumentException>(() => model.Evaluate(new float[32], new int[15]), "labels", "expected 16", "actual 15");
        model.Evaluate(new float[32], new int[16]).Count.ShouldBe(16);
    }

    [Fact]
    public void TheWrongKindOfTarget_IsRefused()
    {
        using Classifier classifier = new(1);
        using Regression regression = new(1);
        using Features features = new(1);
        Adam optimizer = new();

        Bad<ArgumentException>(() => classifier.TrainStep(new float[6], new float[3], optimizer), "targets", "expected 4", "actual 3");
        Should.Throw<InvalidOperationException>(() => regression.TrainStep(new float[6], new int[1], optimizer)).Message.ShouldBe("Regression's loss takes float targets, not class labels.");
        Should.Throw<InvalidOperationException>(() => features.Evaluate(new float[32], new int[1])).Message.ShouldContain("Features has no loss");
        Should.Throw<InvalidOperationException>(() => features.Evaluate(new float[32], new float[12])).Message.ShouldContain("Features has no loss");
        Should.Throw<InvalidOperationException>(() => classifier.Forward(new float[6], new float[4])).Message.ShouldContain("Classifier ends in a loss");
        Bad<ArgumentException>(() => regression.Evaluate(new float[6], new float[3]), "targets", "expected 2", "actual 3");
    }

    [Fact]
    public void Backward_WantsAForward_AndItsBatch()
    {
        using Features model = new(1);
        float[] inputs = new float[2 * 32];
        float[] outputs = new float[2 * 12];

        Should.Throw<InvalidOperationException>(() => model.Backward(outputs)).Message.ShouldContain("needs a Forward");
        model.Forward(inputs, outputs);
        Bad<ArgumentException>(() => model.Backward(new float[12]), "outputGradients", "expected 24", "actual 12");
        Bad<ArgumentException>(() => model.Backward(outputs, new float[32]), "inputGradients", "expected 64", "actual 32");
        model.Backward(outputs);
        Should.Throw<InvalidOperationException>(() => model.Backward(outputs)).Message.ShouldContain("needs a Forward");
        Bad<ArgumentException>(() => model.Forward(inputs, new float[12]), "outputs", "expected 24", "actual 12");
    }

    [Fact]
    public void Threads_AreAtLeastOne()
    {
        using Classifier model = new(1);

        Should.Throw<ArgumentOutOfRangeException>(() => model.Threads = 0);
        Should.Throw<ArgumentOutOfRangeException>(() => model.CreatePredictor(0)).ParamName.ShouldBe("threads");
        new Classifier(1).Threads.ShouldBe(Environment.ProcessorCount);
    }

    [Fact]
    public void UnknownParameters_AreToldWithThoseThereAre()
    {
        using Classifier model = new(1);

        Should.Throw<KeyNotFoundException>(() => model.Parameters["dense3.weight"]).Message.ShouldBe(
            "No parameter \"dense3.weight\". There are: dense1.weight, dense1.bias, dense2.weight, dense2.bias.");
    }

    [Fact]
    public void ADisposedModel_SaysSo()
    {
        Classifier model = new(1);
        model.TrainStep(new float[6], [0], new Sgd(0));
        model.Dispose();
        model.Dispose();

        Should.Throw<ObjectDisposedException>(() => model.Predict(new float[6], new float[4]));
        Should.Throw<ObjectDisposedException>(() => model.TrainStep(new float[6], [0], new Sgd(0)));
        Should.Throw<ObjectDisposedException>(() => model.CreatePredictor());
        Should.Throw<ObjectDisposedException>(() => model.Features("x", new float[6], new float[4]));
    }

    [Fact]
    public void ARefusedStep_ChangesNothing()
    {
        using ThreadedNet model = new(1);
        int[] before = Samples.Bits(model);
        Sgd optimizer = new(1);

        Should.Throw<ArgumentOutOfRangeException>(() => model.TrainStep(new float[ThreadedNet.InputSize], [9], optimizer));

        Samples.Bits(model).ShouldBe(before);
        optimizer.Steps.ShouldBe(0);
    }

    private static void Bad<T>(Action action, string name, params string[] texts)
        where T : ArgumentException
    {
        T e = Should.Throw<T>(action);
        e.GetType().ShouldBe(typeof(T));
        e.ParamName.ShouldBe(name);
        foreach (string text in texts)
        {
            e.Message.ShouldContain(text);
        }
    }
}
