using Shouldly;

namespace NetGen.Tests.Weights;

public sealed class WeightFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_GivesWhatWasSaved()
    {
        ParameterSet saved = SampleParameters.Make(1.5f);
        ParameterSet loaded = SampleParameters.Make(0);

        WeightFile.Save(saved, _folder["a"], new Dictionary<string, string> { ["epoch"] = "3" });
        WeightFile.Load(loaded, _folder["a"]);

        SampleParameters.All(loaded).ShouldBe(SampleParameters.All(saved));
        SafetensorsFile file = SafetensorsFile.Read(_folder["a"]);
        file.Metadata["epoch"].ShouldBe("3");
        file.Tensors["conv1.weight"].Shape.ShouldBe([2, 1, 3, 3]);
        file.Tensors.Values.ShouldAllBe(t => t.DType == DType.F32);
    }

    [Fact]
    public void Load_TellsTheModel()
    {
        ParameterSet parameters = SampleParameters.Make(1);
        WeightFile.Save(parameters, _folder["a"]);
        int version = parameters.Version;

        WeightFile.Load(parameters, _folder["a"]);

        parameters.Version.ShouldBeGreaterThan(version);
    }

    [Fact]
    public void Save_DoesNotTellTheModel()
    {
        ParameterSet parameters = SampleParameters.Make(1);
        int version = parameters.Version;

        WeightFile.Save(parameters, _folder["a"]);

        parameters.Version.ShouldBe(version);
    }

    [Fact]
    public void Load_TellsAllProblemsAtOnce_AndChangesNothing()
    {
        SafetensorsFile.Write(_folder["a"],
        [
            new SafetensorsTensor("batchnorm1.running_mean", DType.F64, [3], new byte[24]),
            SafetensorsTensor.FromFloats("conv1.weight", [2, 1, 3, 3], new float[18]),
            SafetensorsTensor.FromInt64s("batchnorm1.num_batches_tracked", [], [5]),
            SafetensorsTensor.FromFloats("fc.bias", [4], new float[4]),
        ]);
        ParameterSet parameters = SampleParameters.Make(2);
        float[] before = SampleParameters.All(parameters);

        WeightFileException e = Should.Throw<WeightFileException>(() => WeightFile.Load(parameters, _folder["a"]));

        e.Problems.ShouldBe(
        [
            "unexpected tensor \"batchnorm1.num_batches_tracked\": I64 ()",
            "unexpected tensor \"fc.bias\": F32 (4)",
            "missing tensor \"conv1.bias\": expected F32 (2)",
            "tensor \"batchnorm1.running_mean\": expected type F32, actual F64",
            "tensor \"batchnorm1.running_mean\": expected shape (2), actual (3)",
        ]);
        e.Problems.ShouldAllBe(p => e.Message.Contains(p));
        e.Message.ShouldStartWith(_folder["a"] + ": 5 problems");
        SampleParameters.All(parameters).ShouldBe(before);
    }

    [Fact]
    public void Load_OfADamagedFile_ChangesNothing()
    {
        ParameterSet parameters = SampleParameters.Make(2);
        WeightFile.Save(parameters, _folder["a"]);
        byte[] whole = File.ReadAllBytes(_folder["a"]);
        ParameterSet other = SampleParameters.Make(5);
        float[] before = SampleParameters.All(other);

        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Write("a", whole[..length]);
            Should.Throw<WeightFileException>(() => WeightFile.Load(other, _folder["a"]));
        }

        SampleParameters.All(other).ShouldBe(before);
    }

    [Fact]
    public void Load_WithOtherNames()
    {
        ParameterSet saved = SampleParameters.Make(2);
        SafetensorsFile.Write(_folder["a"],
        [
            .. saved.Select(p => SafetensorsTensor.FromFloats("net." + p.Path, p.Shape, p.Values)),
            SafetensorsTensor.FromInt64s("steps", [], [5]),
        ]);
        ParameterSet loaded = SampleParameters.Make(0);

        WeightFile.Load(loaded, _folder["a"], name => name == "steps" ? null : name["net.".Length..]);

        SampleParameters.All(loaded).ShouldBe(SampleParameters.All(saved));
    }

    [Fact]
    public void Load_WithTwoTensorsForOne_IsRefused()
    {
        WeightFile.Save(SampleParameters.Make(2), _folder["a"]);

        WeightFileException e = Should.Throw<WeightFileException>(() => WeightFile.Load(SampleParameters.Make(0), _folder["a"], _ => "conv1.bias"));

        e.Message.ShouldContain("tensors \"batchnorm1.running_mean\" and \"conv1.bias\" are both for \"conv1.bias\"");
    }

    [SharedDataFact("data/weights/resnet20-12fca82f.safetensors")]
    public void Load_OfAFileFromPyTorch()
    {
        string path = SharedDataFactAttribute.Find("data/weights/resnet20-12fca82f.safetensors")!;
        SafetensorsFile file = SafetensorsFile.Read(path);
        ParameterSet byFunction = ResNet20Names.Parameters();
        ParameterSet byTable = ResNet20Names.Parameters();

        WeightFile.Load(byFunction, path, ResNet20Names.Rename);
        WeightFile.Load(byTable, path, file.Tensors.Keys.ToDictionary(name => name, ResNet20Names.Rename));

        byFunction.Count.ShouldBe(97);
        byFunction.TrainableCount.ShouldBe(269_722);
        byFunction["basicblock4.conv1.weight"].Values.ToArray().ShouldBe(file.Tensors["layer2.0.conv1.weight"].ToFloats());
        byFunction["basicblock9.batchnorm2.running_var"].Values.ToArray().ShouldBe(file.Tensors["layer3.2.bn2.running_var"].ToFloats());
        SampleParameters.All(byTable).ShouldBe(SampleParameters.All(byFunction));
        Should.Throw<WeightFileException>(() => WeightFile.Load(byTable, path)).Problems.Count.ShouldBe(96 + 96);
    }
}
