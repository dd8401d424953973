using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class InceptionTests
{
    [Theory]
    [InlineData("[Input(3, 5, 4)] [Inception(4, 2, 5, 3, 2, 6)]")]
    [InlineData("[Input(3, 4, 4)] [Inception(4, 2, 5, 3, 2, 6, BatchNorm = true)] [GlobalAvgPool] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 2e-2, batch: 4, step: 3e-4f, floor: 1);

    [Fact]
    public void Paths_NameTheBranches()
    {
        using Model plain = Nets.Make("[Input(3, 4, 4)] [Inception(4, 2, 5, 3, 2, 6)]");
        using Model normed = Nets.Make("[Input(3, 4, 4)] [Inception(4, 2, 5, 3, 2, 6, BatchNorm = true)]");

        plain.Description.OutputShape.ShouldBe([17, 4, 4]);
        plain.Parameters.Where(p => p.Path.EndsWith("weight", StringComparison.Ordinal)).Select(p => $"{p.Path} {string.Join("×", p.Shape)}").ShouldBe(
        [
            "inception1.branch1.weight 4×3×1×1",
            "inception1.branch3_reduce.weight 2×3×1×1", "inception1.branch3.weight 5×2×3×3",
            "inception1.branch5_reduce.weight 3×3×1×1", "inception1.branch5.weight 2×3×5×5",
            "inception1.branch_pool.weight 6×3×1×1",
        ]);
        normed.Parameters.Take(5).Select(p => p.Path).ShouldBe(
        [
            "inception1.branch1.weight",
            "inception1.branch1_norm.weight", "inception1.branch1_norm.bias", "inception1.branch1_norm.running_mean", "inception1.branch1_norm.running_var",
        ]);
    }
}
