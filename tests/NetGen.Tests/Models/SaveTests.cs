using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Models;

public sealed class SaveTests
{
    [Fact]
    public void Load_GivesBackTheBits_AndThePredictions()
    {
        using TempFolder folder = new();
        using ThreadedNet model = new(1);
        float[] inputs = Samples.Floats(7 * ThreadedNet.InputSize, 1);
        model.TrainStep(inputs, Samples.Labels(7, 5, 1), new Adam());
        float[] expected = Predict(model);

        model.Save(folder["net.safetensors"]);
        using ThreadedNet other = new(2);
        Predict(other).ShouldNotBe(expected);
        other.Load(folder["net.safetensors"]);

        Samples.Bits(other).ShouldBe(Samples.Bits(model));
        Predict(other).ShouldBe(expected);
        folder.Names().ShouldBe(["net.safetensors"]);

        float[] Predict(Model of)
        {
            float[] outputs = new float[7 * ThreadedNet.OutputSize];
            of.Predict(inputs, outputs);
            return outputs;
        }
    }

    [Fact]
    public void ADamagedFile_LeavesTheModel()
    {
        using TempFolder folder = new();
        using Classifier model = new(1);
        model.Save(folder["net.safetensors"]);
        byte[] bytes = File.ReadAllBytes(folder["net.safetensors"]);
        using Classifier other = new(2);
        int[] before = Samples.Bits(other);

        for (int length = 0; length < bytes.Length; length += 97)
        {
            string cut = folder.Write("cut.safetensors", bytes[..length]);
            Should.Throw<WeightFileException>(() => other.Load(cut));
        }

        byte[] damaged = [.. bytes];
        damaged[0] ^= 0xFF;
        Should.Throw<WeightFileException>(() => other.Load(folder.Write("damaged.safetensors", damaged)));
        Samples.Bits(other).ShouldBe(before);
    }

    [Fact]
    public void AnotherModelsFile_IsRefused_WithAllThatIsWrong()
    {
        using TempFolder folder = new();
        using Regression wrong = new(1);
        wrong.Save(folder["net.safetensors"]);
        using Classifier model = new(2);
        int[] before = Samples.Bits(model);

        WeightFileException e = Should.Throw<WeightFileException>(() => model.Load(folder["net.safetensors"]));

        e.Message.ShouldContain("tensor \"dense1.weight\": expected shape (32, 6), actual (24, 6)");
        e.Message.ShouldContain("tensor \"dense2.bias\": expected shape (4), actual (2)");
        Samples.Bits(model).ShouldBe(before);
    }

    [Fact]
    public void AnAbsentFile_IsToldAsSuch()
    {
        using TempFolder folder = new();
        using Classifier model = new(1);

        Should.Throw<FileNotFoundException>(() => model.Load(folder["none.safetensors"]));
    }
}
