using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>What a layer may say of how its weight starts.</summary>
public class InitRulesTests
{
    [Theory]
    [InlineData("Dense(3, Init = Init.Normal, InitScale = 0)", "InitScale of Dense must be above 0 and finite, but is 0", "InitScale = 0")]
    [InlineData("Dense(3, Init = Init.HeNormal, InitScale = float.NaN)", "InitScale of Dense must be above 0 and finite, but is NaN", "InitScale = float.NaN")]
    [InlineData("Dense(3, Init = Init.Normal, InitMean = float.PositiveInfinity)", "InitMean of Dense must be finite, but is Infinity", "InitMean = float.PositiveInfinity")]
    [InlineData("Dense(3, Init = (Init)10)", "Init of Dense must be one of Init's values, but is 10", "Init = (Init)10")]
    [InlineData("BatchNorm(Init = Init.Orthogonal)", "Init of BatchNorm must be Zeros, Ones, Normal or Uniform, but is Orthogonal", "Init = Init.Orthogonal")]
    public void NG0023_OutOfRange(string layer, string message, string place) => Analysis.Reports(Sources.Net($"[Input(4)] [{layer}] [Dense(2)]"), ("NG0023", message, place));

    [Theory]
    [InlineData("Dense(3, InitScale = 0.02f)", "Dense with Init.Default takes no InitScale: leave it out", "InitScale = 0.02f")]
    [InlineData("Dense(3, Init = Init.Zeros, InitScale = 2)", "Dense with Init.Zeros takes no InitScale: leave it out", "InitScale = 2")]
    [InlineData("Dense(3, Init = Init.Orthogonal, InitMean = 1)", "Dense with Init.Orthogonal takes no InitMean: leave it out", "InitMean = 1")]
    public void NG0022_WithoutMeaning(string layer, string message, string place) => Analysis.Reports(Sources.Net($"[Input(4)] [{layer}] [Dense(2)]"), ("NG0022", message, place));

    [Fact]
    public void Tables_TellTheStart_AndOnlyWhereALayerSaysIt()
    {
        string rows = string.Join('\n', Generation("[Input(4)] [Dense(3, Init = Init.Normal, InitScale = 0.02f, InitMean = -1)] [BatchNorm(Init = Init.Ones)] [Dense(2, Init = Init.HeNormal)] [Dense(2)]")
            .Select(p => $"{p.Path} {p.Initialization} {p.Start?.Scale} {p.Start?.Mean}"));

        rows.ShouldBe("""
            dense1.weight Normal 0.02 -1
            dense1.bias Zero  
            batchnorm1.weight One 1 0
            batchnorm1.bias Zero  
            batchnorm1.running_mean Zero  
            batchnorm1.running_var One  
            dense2.weight HeNormal 1 0
            dense2.bias Zero  
            dense3.weight XavierNormal  
            dense3.bias Zero  
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Blocks_HandItOn() =>
        Generation("[Input(4)] [Part(0.5f)]", "[Layers(\"[Dense(3, Init = Init.Uniform, InitScale = scale)]\")] public sealed class PartAttribute(float scale) : BlockAttribute { public float Scale { get; } = scale; }")
            .First().Start.ShouldBe(new IR.WeightStart(IR.Init.Uniform, 0.5f, 0));

    private static IEnumerable<IR.ModelParameter> Generation(string layers, string block = "")
    {
        CompiledModel model = Compiler.Compile(Models.Parse(Sources.Net(layers) + block));
        model.Problems.ShouldBeEmpty(layers);
        return model.Plan.ShouldNotBeNull().Parameters;
    }
}
