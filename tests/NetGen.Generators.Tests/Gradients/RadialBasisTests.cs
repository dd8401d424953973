using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

public sealed class RadialBasisTests
{
    [Theory]
    [InlineData("[Input(5)] [RadialBasis(3)]")]
    [InlineData("[Input(1)] [RadialBasis(1)]")]
    [InlineData("[Input(17)] [RadialBasis(33)]")]
    [InlineData("[Input(6)] [Dense(9)] [Tanh] [RadialBasis(4)] [Dense(2)]")]
    [InlineData("[Input(6)] [Dense(9)] [RadialBasis(4, Trainable = false)]")]
    [InlineData("[Input(3)] [RadialBasis(3)] [SoftmaxCrossEntropy]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration);

    [Fact]
    public void Values_AreThoseOfDoubles()
    {
        const int Features = 84, Units = 10, Batch = 7;
        using Model model = Nets.Make($"[Input({Features})] [RadialBasis({Units})]");
        float[] x = Nets.Random(Batch * Features, 3, 1.7f);
        float[] dy = Nets.Random(Batch * Units, 4);
        float[] w = model.Parameters["radialbasis1.weight"].Values.ToArray();
        double[] y = new double[dy.Length];
        double[] dx = new double[x.Length];
        double[] dw = new double[w.Length];
        for (int n = 0; n < Batch; n++)
        {
            for (int i = 0; i < Units; i++)
            {
                for (int j = 0; j < Features; j++)
                {
                    double d = (double)x[(n * Features) + j] - w[(i * Features) + j];
                    y[(n * Units) + i] -= d * d;
                    dx[(n * Features) + j] -= 2 * dy[(n * Units) + i] * d;
                    dw[(i * Features) + j] += 2 * dy[(n * Units) + i] * d;
                }
            }
        }

        Same(Nets.Predict(model, x), y);
        Same(Nets.Forward(model, x), y);
        Same(Nets.Backward(model, dy), dx);
        Same(model.Parameters["radialbasis1.weight"].Gradient.ToArray(), dw);

        static void Same(float[] actual, double[] expected)
        {
            for (int i = 0; i < expected.Length; i++)
            {
                ((double)actual[i]).ShouldBe(expected[i], 1e-6 * expected.Max(Math.Abs));
            }
        }
    }

    [Fact]
    public void Centres_StartAsCodes_AndTheNearestWins()
    {
        using Model model = Nets.Make("[Input(40)] [RadialBasis(25)]", 3);
        float[] codes = model.Parameters["radialbasis1.weight"].Values.ToArray();

        codes.ShouldAllBe(v => v == 1 || v == -1);
        codes.Count(v => v == 1).ShouldBeInRange(400, 600);
        float[] outputs = Nets.Predict(model, codes[40..80]);
        outputs[1].ShouldBe(0);
        outputs.Where((_, i) => i != 1).ShouldAllBe(v => v < 0);
        model.Description.Parameters[0].Initialization.ShouldBe(Initialization.PlusMinusOne);
        model.Description.Layers[1].ShouldBe(new LayerInfo("radialbasis1", "RadialBasis(25)", model.Description.Layers[1].OutputShape, 1000, 1000));
    }

    [Fact]
    public void FixedCentres_AreABuffer()
    {
        using Model model = Nets.Make("[Input(4)] [Dense(6)] [RadialBasis(3, Trainable = false)]");
        Parameter weight = model.Parameters["radialbasis1.weight"];

        weight.Trainable.ShouldBeFalse();
        weight.Shape.ShouldBe([3, 6]);
        model.Description.ParameterCount.ShouldBe(30);
        model.Parameters.TrainableCount.ShouldBe(30);
        weight.Values.ToArray().ShouldAllBe(v => v == 1 || v == -1);
    }
}
