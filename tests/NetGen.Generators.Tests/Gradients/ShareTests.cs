using Shouldly;

namespace NetGen.Generators.Tests.Gradients;

/// <summary>Layers that share their parameters: each use reads the same values, and the gradients of all uses add up.</summary>
public sealed class ShareTests
{
    private const string Siamese = """
        [Input(2, 4, 4, Name = "a")] [Input(2, 4, 4, Name = "b")]
        [Conv(3, 3, Pad = 1, Share = "features")] [ReLU] [Flatten] [Dense(4, Share = "code")] [Tag("left")]
        [From("b")] [Conv(3, 3, Pad = 1, Share = "features")] [ReLU] [Flatten] [Dense(4, Share = "code")] [Multiply("left")]
        [Dense(2)] [SoftmaxCrossEntropy]
        """;

    [Theory]
    [InlineData("[Input(3, 5, 4)] [Input(3, 5, 4, Name = \"b\")] [Conv(6, 3, Pad = 1, Share = \"c\")] [Tag(\"x\")] [From(\"b\")] [Conv(6, 3, Pad = 1, Share = \"c\")] [Add(\"x\")] [Conv(4, 3)]")]
    [InlineData("[Input(5, 6, 6)] [Conv(5, 3, Pad = 1, Share = \"c\", Repeat = 3)] [GlobalAvgPool] [Dense(3)] [SoftmaxCrossEntropy]")]
    [InlineData("[Input(4, 6, 6)] [Conv(4, 3, Pad = 1, Groups = 2, Share = \"c\")] [Tanh] [MaxPool(2)] [Conv(4, 3, Pad = 1, Groups = 2, Share = \"c\")]")]
    [InlineData("[Input(6, 4, 4)] [DepthwiseConv(3, Pad = 1, Share = \"d\")] [Tanh] [DepthwiseConv(3, Pad = 1, Share = \"d\")]")]
    [InlineData("[Input(6)] [Dense(6, Share = \"d\")] [Tanh] [Dense(6, Share = \"d\")] [Tanh] [Dense(6, Share = \"d\")] [MeanSquaredError]")]
    [InlineData("[Input(5)] [RadialBasis(5, Share = \"r\")] [Tanh] [RadialBasis(5, Share = \"r\")]")]
    [InlineData("[Input(4, 3, 3)] [BatchNorm(Share = \"n\")] [Tanh] [BatchNorm(Share = \"n\")]")]
    [InlineData("[Input(4, 3, 3)] [GroupNorm(2, Share = \"n\")] [Tanh] [GroupNorm(2, Share = \"n\")] [LayerNorm(Share = \"l\")] [Tanh] [LayerNorm(Share = \"l\")]")]
    [InlineData("[Input(4, 3, 3)] [PReLU(Share = \"p\")] [Conv(4, 1)] [PReLU(Share = \"p\")]")]
    [InlineData("[Input(4, 4, 4)] [ConvTranspose(4, 2, Stride = 2, Share = \"t\")] [Tanh] [ConvTranspose(4, 2, Stride = 2, Share = \"t\")]")]
    [InlineData("[Input(4, 4, 4, Name = \"i\")] [Conv(2, 3, Connections = \"0,1,2; 1,2,3\", Share = \"s\")] [Tag(\"x\")] [From(\"i\")] [Conv(2, 3, Connections = \"0,1,2; 1,2,3\", Share = \"s\")] [Multiply(\"x\")]")]
    public void Gradients_AgreeWithDifferences(string declaration) => GradientCheck.Check(declaration, tolerance: 2e-2, batch: 4, step: 3e-3f, floor: 0.3);

    [Fact]
    public void ABlock_SharesAllItsLayers()
    {
        using Model model = Nets.Make("[Input(6, 4, 4)] [BasicBlock(6, Share = \"b\")] [BasicBlock(6, Share = \"b\")] [GlobalAvgPool]");

        model.Parameters.ShouldAllBe(p => p.Path.StartsWith("basicblock1.", StringComparison.Ordinal));
        model.Description.Layers.Where(l => l.Name.StartsWith("basicblock2.", StringComparison.Ordinal)).ShouldAllBe(l => l.ParameterCount == 0);
        model.Description.Layers.Single(l => l.Name == "basicblock2.conv1").Kind.ShouldEndWith("(parameters of basicblock1.conv1)");
        GradientCheck.Check("[Input(6, 4, 4)] [BasicBlock(6, Share = \"b\")] [BasicBlock(6, Share = \"b\")] [GlobalAvgPool]", tolerance: 3e-2, batch: 4, step: 3e-4f, floor: 1);
    }

    /// <summary>The same network with parameters of its own for every use, all set alike: the same outputs, and gradients whose sums are those of the shared ones.</summary>
    [Fact]
    public void Gradients_AreTheSumsOverTheUses()
    {
        using Model shared = Nets.Make(Siamese);
        using Model apart = Nets.Make(Siamese.Replace(", Share = \"features\"", "", StringComparison.Ordinal).Replace(", Share = \"code\"", "", StringComparison.Ordinal));
        float[] input = Nets.Random(5 * 64, 3);
        int[] labels = [0, 1, 1, 0, 1];
        foreach (Parameter own in apart.Parameters)
        {
            shared.Parameters.Single(p => p.Path == Owner(own)).Values.CopyTo(own.Edit());
        }

        double loss = shared.ComputeGradients(input, labels).Loss;

        loss.ShouldBe(apart.ComputeGradients(input, labels).Loss);
        Nets.Predict(shared, input).ShouldBe(Nets.Predict(apart, input));
        foreach (Parameter parameter in shared.Parameters)
        {
            float[] sum = new float[parameter.Length];
            foreach (Parameter own in apart.Parameters.Where(p => Owner(p) == parameter.Path))
            {
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += own.Gradient[i];
                }
            }

            parameter.Gradient.ToArray().ShouldBe(sum, 1e-6);
        }

        static string Owner(Parameter own) => own.Path.Replace("conv2", "conv1", StringComparison.Ordinal).Replace("dense2", "dense1", StringComparison.Ordinal);
    }

    /// <summary>PyTorch 2.10 (through TorchSharp 0.107), a module called twice: weights 0.4 · sin(0.7 i + k), inputs cos(0.3 i).</summary>
    [Fact]
    public void Gradients_AreThoseOfPyTorch()
    {
        (double Sum, double Absolute, float[] First)[] expected =
        [
            (-6.814216, 12.014042, [0.04367879f, 0.09639315f, -0.011104353f, 0.010701254f]),
            (-0.509835, 0.759841, [-0.50596946f, -0.1288685f, 0.12500297f]),
            (-4.198679, 24.895797, [0.19210248f, 0.28642154f, 0.27824953f, 0.20160916f]),
            (-0.158159, 0.873551, [0.34198987f, -0.38459945f, 0.015705781f, -0.13125545f]),
            (0, 1.543598, [-0.09074573f, -0.44240928f, 0.073253445f, -0.1653906f]),
            (0, 0.013367, [-0.0066834167f, 0.0066834465f]),
        ];
        using Model model = Nets.Make(Siamese);
        for (int p = 0; p < model.Parameters.Count; p++)
        {
            for (int i = 0; i < model.Parameters[p].Length; i++)
            {
                model.Parameters[p].Edit()[i] = 0.4f * MathF.Sin((0.7f * i) + p + 1);
            }
        }

        float[] input = [.. Enumerable.Range(0, 3 * 64).Select(i => MathF.Cos(0.3f * i))];

        model.ComputeGradients(input, [0, 1, 1]).Loss.ShouldBe(0.84159666, 1e-5);
        Nets.Predict(model, input).ShouldBe([-0.5680683f, 0.7407906f, -0.1300694f, 0.10335022f, -0.38476774f, 0.3444643f], 1e-5);
        for (int p = 0; p < expected.Length; p++)
        {
            float[] gradient = model.Parameters[p].Gradient.ToArray();
            gradient[..expected[p].First.Length].ShouldBe(expected[p].First, 1e-5);
            gradient.Sum(g => (double)g).ShouldBe(expected[p].Sum, 1e-4);
            gradient.Sum(g => Math.Abs((double)g)).ShouldBe(expected[p].Absolute, 1e-4);
        }
    }
}
