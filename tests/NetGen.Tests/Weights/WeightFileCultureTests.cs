using System.Globalization;
using Shouldly;

namespace NetGen.Tests.Weights;

/// <summary>Files and messages do not depend on how a language writes numbers: here with a decimal comma and U+2212 for minus.</summary>
public sealed class WeightFileCultureTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public WeightFileCultureTests()
    {
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NumberGroupSeparator = ".";
        odd.NumberFormat.NegativeSign = "\u2212";
        CultureInfo.CurrentCulture = odd;
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _before;
        _folder.Dispose();
    }

    [Fact]
    public void Saved_IsTheSameAsUnderTheInvariantCulture()
    {
        (-1.5).ToString(CultureInfo.CurrentCulture).ShouldBe("\u22121,5");
        ParameterSet parameters = SampleParameters.Make(-1.5f);
        WeightFile.Save(parameters, _folder["odd"]);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        WeightFile.Save(parameters, _folder["invariant"]);

        File.ReadAllBytes(_folder["odd"]).ShouldBe(File.ReadAllBytes(_folder["invariant"]));
    }

    [Fact]
    public void Loaded_IsWhatWasSaved()
    {
        ParameterSet parameters = SampleParameters.Make(-1.5f);
        WeightFile.Save(parameters, _folder["a"]);
        ParameterSet loaded = SampleParameters.Make(0);

        WeightFile.Load(loaded, _folder["a"]);

        SampleParameters.All(loaded).ShouldBe(SampleParameters.All(parameters));
    }

    [Fact]
    public void NegativeSizes_AreRefusedInPlainDigits()
    {
        string path = _folder.Write("a", SafetensorsBytes.Of("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8));

        Should.Throw<WeightFileException>(() => SafetensorsFile.Read(path)).Message.ShouldContain("actual -2");
    }

    [Fact]
    public void Settings_AreRefusedInPlainDigits() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Sgd(-1.5f)).Message.ShouldContain("actual -1.5");
}
