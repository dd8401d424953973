using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>A model that is made with the weights of a file is the model that was saved, and a file that does not serve leaves nothing.</summary>
public sealed class FromFileTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ThreadedNet _saved = new(1);
    private readonly string _path;

    public FromFileTests()
    {
        // A step moves the running statistics, which are in the file too.
        _saved.TrainStep(Samples.Floats(7 * ThreadedNet.InputSize, 1), Samples.Labels(7, 5, 1), new Adam());
        _path = _folder["net.safetensors"];
        _saved.Save(_path);
    }

    public void Dispose()
    {
        _saved.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ItIsTheModelThatALoadMakes(int threads)
    {
        using ThreadedNet loaded = new(5) { Threads = threads };
        loaded.Load(_path);
        using ThreadedNet made = ThreadedNet.FromFile(_path, seed: 5);
        made.Threads = threads;

        Samples.Bits(made).ShouldBe(Samples.Bits(_saved));
        made.Parameters.All(p => p.Gradient.IndexOfAnyExcept(0f) < 0).ShouldBeTrue("gradients begin at zero");
        Predictions(made).ShouldBe(Predictions(_saved));

        // The same from here on: the seed's noise, the gradients, the optimizer's states.
        Adam ours = new();
        Adam theirs = new();
        for (int step = 0; step < 3; step++)
        {
            Step(made, ours).ShouldBe(Step(loaded, theirs));
        }

        Samples.Bits(made).ShouldBe(Samples.Bits(loaded));
        Predictions(made).ShouldBe(Predictions(loaded));
    }

    [Fact]
    public void AnotherSeed_IsAnotherNoise()
    {
        using ThreadedNet five = ThreadedNet.FromFile(_path, seed: 5);
        using ThreadedNet six = ThreadedNet.FromFile(_path, 6);

        Step(five, new Adam()).ShouldNotBe(Step(six, new Adam()));
    }

    [Fact]
    public void OtherNames_AreGivenByAFunctionOrATable()
    {
        SafetensorsFile file = SafetensorsFile.Read(_path);
        string other = _folder["other.safetensors"];
        SafetensorsFile.Write(other, file.Tensors.Values.Select(t => new SafetensorsTensor("net." + t.Name, t.DType, t.Shape, t.Bytes))
            .Append(SafetensorsTensor.FromInt64s("steps", [], [3])));
        Dictionary<string, string> names = file.Tensors.Keys.ToDictionary(name => "net." + name, name => name);
        names.Add("steps", "");

        using ThreadedNet byFunction = ThreadedNet.FromFile(other, name => name == "steps" ? null : name["net.".Length..]);
        using ThreadedNet byTable = ThreadedNet.FromFile(other, names, seed: 3);

        Samples.Bits(byFunction).ShouldBe(Samples.Bits(_saved));
        Samples.Bits(byTable).ShouldBe(Samples.Bits(_saved));
    }

    [Fact]
    public void ADamagedFile_IsToldByItsPath_AndLeftFree()
    {
        byte[] bytes = File.ReadAllBytes(_path);
        for (int length = 0; length < bytes.Length; length += 997)
        {
            string cut = _folder.Write("cut.safetensors", bytes[..length]);
            WeightFileException e = Should.Throw<WeightFileException>(() => ThreadedNet.FromFile(cut));
            e.Path.ShouldBe(cut);
            e.Message.ShouldStartWith(cut);

            // Nothing holds the file.
            using FileStream whole = new(cut, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }

    [Fact]
    public void AnotherModelsFile_IsRefused_WithAllThatIsWrong()
    {
        using Regression wrong = new(1);
        wrong.Save(_path);

        WeightFileException e = Should.Throw<WeightFileException>(() => Classifier.FromFile(_path));

        e.Path.ShouldBe(_path);
        e.Problems.ShouldContain("tensor \"dense1.weight\": expected shape (32, 6), actual (24, 6)");
        e.Problems.ShouldContain("tensor \"dense2.bias\": expected shape (4), actual (2)");
    }

    [Fact]
    public void WhatIsNoFile_IsToldAsSuch()
    {
        Should.Throw<FileNotFoundException>(() => ThreadedNet.FromFile(_folder["none"]));
        Should.Throw<UnauthorizedAccessException>(() => ThreadedNet.FromFile(_folder.Root));
        Should.Throw<ArgumentNullException>(() => ThreadedNet.FromFile(null!)).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => ThreadedNet.FromFile("")).ParamName.ShouldBe("path");
        Should.Throw<ArgumentNullException>(() => ThreadedNet.FromFile(_path, (Func<string, string?>)null!)).ParamName.ShouldBe("rename");
        Should.Throw<ArgumentNullException>(() => ThreadedNet.FromFile(_path, (IReadOnlyDictionary<string, string>)null!)).ParamName.ShouldBe("names");
    }

    [Fact]
    public void AnErrorOfTheNames_IsTheCallers_AndTheFileLeftFree()
    {
        Should.Throw<FormatException>(() => ThreadedNet.FromFile(_path, _ => throw new FormatException()));

        using FileStream whole = new(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static StepResult Step(ThreadedNet net, Optimizer optimizer) => net.TrainStep(Samples.Floats(7 * ThreadedNet.InputSize, 2), Samples.Labels(7, 5, 2), optimizer);

    private static float[] Predictions(Model model)
    {
        float[] outputs = new float[7 * ThreadedNet.OutputSize];
        model.Predict(Samples.Floats(7 * ThreadedNet.InputSize, 3), outputs);
        return outputs;
    }
}
