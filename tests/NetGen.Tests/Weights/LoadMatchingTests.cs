using NetGen.Tests.Models;
using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>The pretrained network: 5 classes.</summary>
[Input(2, 6, 6)]
[Conv(4, 3)] [BatchNorm] [ReLU]
[GlobalAvgPool]
[Dense(5)]
[SoftmaxCrossEntropy]
internal sealed partial class Pretrained;

/// <summary>The same front for two classes, with a layer more.</summary>
[Input(2, 6, 6)]
[Conv(4, 3)] [BatchNorm] [ReLU]
[GlobalAvgPool]
[Dense(2)] [Dense(2, Name = "head")]
[SoftmaxCrossEntropy]
internal sealed partial class Adapted;

/// <summary>Filters that read some channels alone.</summary>
[Input(2, 4, 4)]
[Conv(2, 3, Connections = "0; 0,1")]
[Conv(2, 1)]
internal sealed partial class Connected;

/// <summary>Weights into what fits by name, type and shape, and all the rest told.</summary>
public sealed class LoadMatchingTests : IDisposable
{
    private static readonly string[] s_front =
    [
        "conv1.weight", "conv1.bias", "batchnorm1.weight", "batchnorm1.bias", "batchnorm1.running_mean", "batchnorm1.running_var",
    ];

    private readonly TempFolder _folder = new();
    private readonly Pretrained _saved = new(1);
    private readonly Adapted _model = new(2);

    public LoadMatchingTests()
    {
        _saved.Parameters["batchnorm1.running_mean"].Edit().Fill(0.25f);
        _saved.Save(_folder["a"]);
    }

    public void Dispose()
    {
        _saved.Dispose();
        _model.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void WhatFits_IsLoaded_AndTheRestStaysFresh()
    {
        using Adapted fresh = new(2);

        LoadResult result = _model.LoadMatching(_folder["a"]);

        foreach (Parameter parameter in _model.Parameters)
        {
            Model from = s_front.Contains(parameter.Path) ? _saved : fresh;
            Samples.Bits(parameter.Values).ShouldBe(Samples.Bits(from.Parameters[parameter.Path].Values), parameter.Path);
        }

        result.File.ShouldBe(_folder["a"]);
        result.Loaded.ShouldBe(s_front);
        result.Missing.ShouldBe(["head.weight", "head.bias"]);
        result.Different.ShouldBe(
        [
            new WeightDifference("dense1.weight", "dense1.weight", WeightDifferenceKind.Shape, "(2, 4)", "(5, 4)"),
            new WeightDifference("dense1.bias", "dense1.bias", WeightDifferenceKind.Shape, "(2)", "(5)"),
        ]);
        result.Unexpected.ShouldBeEmpty();
        result.LeftOut.ShouldBeEmpty();
        result.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void ALoadedModel_PredictsWithWhatWasLoaded()
    {
        float[] images = Samples.Floats(3 * Adapted.InputSize, 4);
        float[] before = Predict(images);

        _model.LoadMatching(_folder["a"]);

        float[] after = Predict(images);
        after.ShouldNotBe(before);
        _model.Save(_folder["b"]);
        using Adapted same = Adapted.FromFile(_folder["b"]);
        float[] expected = new float[after.Length];
        same.Predict(images, expected);
        after.ShouldBe(expected);
    }

    [Fact]
    public void Rename_GivesPaths_AndLeavesOut()
    {
        SafetensorsFile.Write(_folder["b"],
        [
            .. _saved.Parameters.Select(p => SafetensorsTensor.FromFloats("net." + p.Path, p.Shape, p.Values)),
            SafetensorsTensor.FromInt64s("net.batchnorm1.num_batches_tracked", [], [5]),
            SafetensorsTensor.FromFloats("aux.weight", [3, 1], [1, 2, 3]),
        ]);

        LoadResult result = _model.LoadMatching(
            _folder["b"], name => name.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? null : name.Replace("net.", "").Replace("aux", "dense7"));

        result.Loaded.ShouldBe(s_front);
        result.LeftOut.ShouldBe(["net.batchnorm1.num_batches_tracked"]);
        UnexpectedTensor unexpected = result.Unexpected.ShouldHaveSingleItem();
        (unexpected.Name, unexpected.Path, unexpected.DType).ShouldBe(("aux.weight", "dense7.weight", DType.F32));
        unexpected.Shape.ShouldBe([3, 1]);
        result.ToString().ShouldBe($"""
            {_folder["b"]}: 6 of 10 parameters and buffers loaded; 1 tensors left out
              missing tensor "head.weight"
              missing tensor "head.bias"
              tensor "net.dense1.weight" for "dense1.weight": expected shape (2, 4), actual (5, 4)
              tensor "net.dense1.bias" for "dense1.bias": expected shape (2), actual (5)
              unexpected tensor "aux.weight" (renamed "dense7.weight"): F32 (3, 1)
            """);
        Should.Throw<ArgumentNullException>(() => _model.LoadMatching(_folder["b"], null!)).ParamName.ShouldBe("rename");
    }

    [Fact]
    public void AnotherType_IsTold_BesideAnotherShape()
    {
        SafetensorsFile.Write(_folder["b"],
        [
            .. _saved.Parameters.Where(p => p.Path.StartsWith("conv1", StringComparison.Ordinal)).Select(p => SafetensorsTensor.FromFloats(p.Path, p.Shape, p.Values)),
            new SafetensorsTensor("batchnorm1.weight", DType.F16, [4], new byte[8]),
            new SafetensorsTensor("batchnorm1.bias", DType.F64, [4, 1, 1], new byte[32]),
        ]);

        LoadResult result = _model.LoadMatching(_folder["b"]);

        result.Loaded.ShouldBe(["conv1.weight", "conv1.bias"]);
        result.Different.Select(d => d.ToString()).ShouldBe(
        [
            "tensor \"batchnorm1.weight\": expected type F32, actual F16",
            "tensor \"batchnorm1.bias\": expected type F32, actual F64",
            "tensor \"batchnorm1.bias\": expected shape (4), actual (4, 1, 1)",
        ]);
        result.ToString().ShouldStartWith($"{_folder["b"]}: 2 of 10 parameters and buffers loaded\n");
    }

    [Fact]
    public void EverythingThatFits_IsComplete()
    {
        using Pretrained other = new(7);

        LoadResult result = other.LoadMatching(_folder["a"]);

        result.IsComplete.ShouldBeTrue();
        result.ToString().ShouldBe($"{_folder["a"]}: 8 of 8 parameters and buffers loaded");
        Samples.Bits(other).ShouldBe(Samples.Bits(_saved));
    }

    /// <summary>A value where filter 0 does not read channel 1 would be a weight that nothing ever changes.</summary>
    [Fact]
    public void ValuesWithoutAConnection_AreTold()
    {
        using Connected model = new(1);
        float[] weights = new float[36];
        weights[9 + 4] = 0.5f;
        SafetensorsFile.Write(_folder["b"], [SafetensorsTensor.FromFloats("conv1.weight", [2, 2, 3, 3], weights), SafetensorsTensor.FromFloats("conv2.bias", [2], [3, 4])]);
        int[] before = Samples.Bits(model.Parameters["conv1.weight"].Values);

        LoadResult result = model.LoadMatching(_folder["b"]);

        result.Loaded.ShouldBe(["conv2.bias"]);
        result.Different.ShouldHaveSingleItem().ShouldBe(
            new WeightDifference("conv1.weight", "conv1.weight", WeightDifferenceKind.Connections, "0 where filter 0 is not connected to channel 1", "0.5"));
        Samples.Bits(model.Parameters["conv1.weight"].Values).ShouldBe(before);
        model.Parameters["conv2.bias"].Values.ToArray().ShouldBe([3, 4]);
    }

    [Fact]
    public void NothingThatFits_IsRefused_WithNamesOfBothSides()
    {
        string[] names = ["features.0.weight", "a", "b", "c", "d", "e"];
        SafetensorsFile.Write(_folder["b"], names.Select(n => SafetensorsTensor.FromFloats(n, [1], [1])));
        const string Have = "the model has \"conv1.weight\", \"conv1.bias\", \"batchnorm1.weight\", \"batchnorm1.bias\", \"batchnorm1.running_mean\" and 5 more";

        Refusal(() => _model.LoadMatching(_folder["b"])).ShouldBe(
            [$"no tensor fits a parameter by name, type and shape. The file has \"a\", \"b\", \"c\", \"d\", \"e\" and 1 more; {Have}"]);
        Refusal(() => _model.LoadMatching(_folder["b"], name => name == "a" ? null : "x." + name)).ShouldBe(
            [$"no tensor fits a parameter by name, type and shape. The file has \"a\", \"b\", \"c\", \"d\", \"e\" and 1 more (1 left out), of which the first is renamed \"x.b\"; {Have}"]);
        Refusal(() => _model.LoadMatching(_folder["b"], name => name == "a" ? "head.bias" : null)).ShouldBe(
        [
            $"no tensor fits a parameter by name, type and shape. The file has \"a\", \"b\", \"c\", \"d\", \"e\" and 1 more (5 left out); {Have}",
            "tensor \"a\" for \"head.bias\": expected shape (2), actual (1)",
        ]);
        SafetensorsFile.Write(_folder["b"], []);
        Refusal(() => _model.LoadMatching(_folder["b"])).ShouldBe([$"no tensor fits a parameter by name, type and shape. The file has none; {Have}"]);
    }

    [Fact]
    public void TwoTensorsForOneParameter_AreRefused() => Refusal(() => _model.LoadMatching(_folder["a"], name => name.StartsWith("dense1", StringComparison.Ordinal) ? "head.bias" : name)).ShouldBe(
        ["tensors \"dense1.bias\" and \"dense1.weight\" are both for \"head.bias\""]);

    [Fact]
    public void DamagedFiles_AreRefusedWhole()
    {
        byte[] whole = File.ReadAllBytes(_folder["a"]);
        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Write("b", whole[..length]);
            Refusal(() => _model.LoadMatching(_folder["b"]));
        }

        Should.Throw<FileNotFoundException>(() => _model.LoadMatching(_folder["absent"]));
    }

    [Fact]
    public void ParametersWithoutAModel_AreLoadedAlike()
    {
        ParameterSet parameters = SampleParameters.Make(2);
        float[] mean = parameters["batchnorm1.running_mean"].Values.ToArray();
        SafetensorsFile.Write(_folder["b"], [SafetensorsTensor.FromFloats("c.bias", [2], [7, 8])]);

        LoadResult result = WeightFile.LoadMatching(parameters, _folder["b"], name => name.Replace("c.", "conv1."));

        result.Loaded.ShouldBe(["conv1.bias"]);
        parameters["conv1.bias"].Values.ToArray().ShouldBe([7, 8]);
        parameters["batchnorm1.running_mean"].Values.ToArray().ShouldBe(mean);
    }

    private float[] Predict(float[] images)
    {
        float[] outputs = new float[images.Length / Adapted.InputSize * Adapted.OutputSize];
        _model.Predict(images, outputs);
        return outputs;
    }

    /// <summary>What a load tells, having changed nothing.</summary>
    private IReadOnlyList<string> Refusal(Action load)
    {
        int[] before = Samples.Bits(_model);
        WeightFileException e = Should.Throw<WeightFileException>(load);
        Samples.Bits(_model).ShouldBe(before);
        return e.Problems;
    }
}
