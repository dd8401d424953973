using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Files whose tensors have other names than the model's, with the tensors that PyTorch adds.</summary>
public sealed class ForeignWeightTests : IDisposable
{
    /// <summary>PyTorch's names for <see cref="PlaneNet"/>.</summary>
    private static readonly Dictionary<string, string> s_names = new()
    {
        ["fc.0.weight"] = "dense1.weight",
        ["fc.0.bias"] = "dense1.bias",
        ["fc.1.weight"] = "batchnorm1.weight",
        ["fc.1.bias"] = "batchnorm1.bias",
        ["fc.1.running_mean"] = "batchnorm1.running_mean",
        ["fc.1.running_var"] = "batchnorm1.running_var",
        ["fc.1.num_batches_tracked"] = "",
        ["head.weight"] = "dense2.weight",
        ["head.bias"] = "dense2.bias",
    };

    private readonly TempFolder _folder = new();
    private readonly PlaneNet _saved = new(1);
    private readonly PlaneNet _model = new(2);
    private readonly string _path;

    public ForeignWeightTests()
    {
        _saved.Parameters["batchnorm1.running_mean"].Edit().Fill(0.25f);
        _path = Write(Tensors());
    }

    public void Dispose()
    {
        _saved.Dispose();
        _model.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Function_GivesEachTensorItsPath()
    {
        _model.Load(_path, name => name.EndsWith(".num_batches_tracked", StringComparison.Ordinal)
            ? null
            : name.Replace("fc.0", "dense1").Replace("fc.1", "batchnorm1").Replace("head", "dense2"));

        Samples.Bits(_model).ShouldBe(Samples.Bits(_saved));
    }

    [Fact]
    public void Table_GivesEachTensorItsPath()
    {
        _model.Load(_path, s_names);

        Samples.Bits(_model).ShouldBe(Samples.Bits(_saved));
    }

    [Fact]
    public void Function_TellsAllProblemsAtOnce_AndChangesNothing()
    {
        string path = Write(
        [
            .. Tensors().Where(t => t.Name is not ("fc.0.weight" or "head.bias" or "fc.1.bias")),
            SafetensorsTensor.FromFloats("fc.0.weight", [2, 16], new float[32]),
            new SafetensorsTensor("head.bias", DType.F64, [3], new byte[24]),
            SafetensorsTensor.FromFloats("twin.weight", [3, 16], new float[48]),
        ]);

        Refusal(() => _model.Load(path, name => name.Replace("fc.0", "dense1").Replace("fc.1", "batchnorm1").Replace("head", "dense2").Replace("twin", "dense2"))).ShouldBe(
        [
            "unexpected tensor \"fc.1.num_batches_tracked\" (renamed \"batchnorm1.num_batches_tracked\"): I64 ()",
            "tensors \"head.weight\" and \"twin.weight\" are both for \"dense2.weight\"",
            "tensor \"fc.0.weight\" for \"dense1.weight\": expected shape (16, 2), actual (2, 16)",
            "missing tensor \"batchnorm1.bias\": expected F32 (16)",
            "tensor \"head.bias\" for \"dense2.bias\": expected type F32, actual F64",
        ]);
    }

    [Fact]
    public void Table_TellsAllProblemsAtOnce_AndChangesNothing()
    {
        string path = Write(
        [
            .. Tensors().Where(t => t.Name is not ("fc.0.bias" or "fc.1.running_var")),
            SafetensorsTensor.FromFloats("fc.1.running_var", [16, 1, 1], new float[16]),
            SafetensorsTensor.FromFloats("twin", [3], new float[3]),
            SafetensorsTensor.FromFloats("stray", [3], new float[3]),
        ]);
        Dictionary<string, string> names = new(s_names)
        {
            ["fc.1.weight"] = "batchnorm7.weight",
            ["twin"] = "dense2.bias",
            ["absent.twin"] = "dense2.weight",
            ["absent.other"] = "dense9.weight",
            ["absent.unused"] = "",
        };

        Refusal(() => _model.Load(path, names)).ShouldBe(
        [
            "unexpected tensor \"fc.1.weight\" (renamed \"batchnorm7.weight\"): F32 (16)",
            "unexpected tensor \"stray\", which the names do not mention: F32 (3)",
            "tensors \"head.bias\" and \"twin\" are both for \"dense2.bias\"",
            "missing tensor \"absent.other\" for \"dense9.weight\", which the model does not have either",
            "tensors \"head.weight\" and \"absent.twin\" are both for \"dense2.weight\", and the file lacks \"absent.twin\"",
            "missing tensor \"absent.unused\", which was to be left out",
            "missing tensor \"fc.0.bias\" for \"dense1.bias\": expected F32 (16)",
            "missing tensor \"batchnorm1.weight\": expected F32 (16)",
            "tensor \"fc.1.running_var\" for \"batchnorm1.running_var\": expected shape (16), actual (16, 1, 1)",
        ]);
    }

    [Fact]
    public void TwoAbsentNames_ForOnePath_AreTold()
    {
        Dictionary<string, string> names = new(s_names) { ["a"] = "dense1.bias", ["b"] = "dense1.bias" };
        names.Remove("fc.0.bias");

        Refusal(() => _model.Load(Write(Tensors().Where(t => t.Name != "fc.0.bias")), names)).ShouldBe(
        [
            "tensors \"a\" and \"b\" are both for \"dense1.bias\", and the file lacks \"b\"",
            "missing tensor \"a\" for \"dense1.bias\": expected F32 (16)",
        ]);
    }

    [Fact]
    public void NothingToRenameBy_IsRefused()
    {
        Should.Throw<ArgumentNullException>(() => _model.Load(_path, (Func<string, string?>)null!)).ParamName.ShouldBe("rename");
        Should.Throw<ArgumentNullException>(() => _model.Load(_path, (IReadOnlyDictionary<string, string>)null!)).ParamName.ShouldBe("names");
    }

    private IEnumerable<SafetensorsTensor> Tensors() => s_names.Select(n => n.Value.Length == 0
        ? SafetensorsTensor.FromInt64s(n.Key, [], [123])
        : SafetensorsTensor.FromFloats(n.Key, _saved.Parameters[n.Value].Shape, _saved.Parameters[n.Value].Values));

    private string Write(IEnumerable<SafetensorsTensor> tensors)
    {
        string path = _folder["foreign.safetensors"];
        SafetensorsFile.Write(path, tensors);
        return path;
    }

    /// <summary>What a load tells, having changed nothing.</summary>
    private IReadOnlyList<string> Refusal(Action load)
    {
        int[] before = Samples.Bits(_model);
        WeightFileException e = Should.Throw<WeightFileException>(load);
        Samples.Bits(_model).ShouldBe(before);
        e.Problems.ShouldAllBe(p => e.Message.Contains(p));
        return e.Problems;
    }
}
