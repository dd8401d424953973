using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class DenseTests
{
    [Theory]
    [InlineData("[Input(20)] [Dense(7)]")]
    [InlineData("[Input(1)] [Dense(1)]")]
    [InlineData("[Input(33)] [Dense(65, Bias = false)]")]
    [InlineData("[Input(9)] [Dense(17)] [ReLU] [Dense(5)] [Tanh] [Dense(3)]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Gradients_AgreeForEachBatchSize(int batch) => GradientCheck.Check("[Input(6)] [Dense(4)]", batch: batch);

    [Fact]
    public void Weight_IsOutByIn()
    {
        using Model model = Nets.Make("[Input(3)] [Dense(2)]");
        new float[] { 1, 10, 100, 2, 20, 200 }.CopyTo(model.Parameters["dense1.weight"].Values);
        new float[] { 0.5f, -0.5f }.CopyTo(model.Parameters["dense1.bias"].Values);

        model.Parameters["dense1.weight"].Shape.ShouldBe([2, 3]);
        Nets.Predict(model, 1, 2, 3).ShouldBe([321.5f, 641.5f]);
    }

    [Fact]
    public void Gradient_IsTheSumOverTheBatch_AndReplacesTheLast()
    {
        using Model model = Nets.Make("[Input(1)] [Dense(1)]");
        model.Parameters["dense1.weight"].Values[0] = 2;
        for (int step = 0; step < 2; step++)
        {
            Nets.Forward(model, 1, 10, 100);
            Nets.Backward(model, 1, 2, 3).ShouldBe([2, 4, 6]);

            model.Parameters["dense1.weight"].Gradient.ToArray().ShouldBe([321]);
            model.Parameters["dense1.bias"].Gradient.ToArray().ShouldBe([6]);
        }
    }
}
