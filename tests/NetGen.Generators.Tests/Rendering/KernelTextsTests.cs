using NetGen.Generators.IR;
using NetGen.Generators.Rendering;
using NetGen.Generators.Tests.Limits;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Rendering;

/// <summary>Every kernel has who writes it, and no two go by one name.</summary>
public sealed class KernelTextsTests
{
    private static readonly string[] s_networks =
    [
        DeepNets.ResNet50,
        "[Input(3, 32, 32)] [Conv(16, 3, Pad = 1)] [ReLU] [Conv(16, 3, Pad = 2)] [LeakyReLU(0.1f)] [Conv(16, 3, Stride = 2)] [Conv(32, 3, Groups = 4)] [BatchNorm] [Sigmoid] [MaxPool(2)] [Conv(20, 3, Dilation = 2)] [GlobalAvgPool] [Dense(10)] [SoftmaxCrossEntropy]",
        "[Input(3, 32, 32)] [Conv(16, 3, Pad = 1)] [ELU(0.5f)] [ELU(0.25f)] [DepthwiseConv(3, Pad = 1)] [DepthwiseConv(3, Pad = 1, Stride = 2)] [AvgPool(2)] [MaxPool(3, Stride = 1, Pad = 1)] [LocalResponseNorm(3)] [GroupNorm(4)] [LayerNorm] [Upsample(2)] [Crop(1)] [ZeroPad(2)] [ConvTranspose(8, 2, Stride = 2)] [GlobalMaxPool] [Dropout(0.1f)] [Dropout(0.2f)] [Dense(4)] [MeanSquaredError]",
    ];

    [Fact]
    public void KernelsThatDiffer_HaveNamesThatDiffer()
    {
        Dictionary<string, Kernel> byName = new(StringComparer.Ordinal);
        foreach (string network in s_networks)
        {
            ModelPlan plan = Compiler.Compile(Models.Parse(Sources.Net(network))).Plan.ShouldNotBeNull();
            foreach (Kernel kernel in plan.Predict.Kernels.Concat(plan.Train.Kernels))
            {
                string name = KernelTexts.NameOf(kernel);
                byName.TryAdd(name, kernel);
                byName[name].ShouldBe(kernel);
            }
        }

        byName.Count.ShouldBeGreaterThan(100);
    }

    /// <summary>A kernel without a line in the list would be found out by the user's build.</summary>
    [Fact]
    public void EveryKernel_HasItsText()
    {
        string[] kernels = [.. typeof(Kernel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Kernel)) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal)];
        string[] texts = [.. typeof(Kernel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(KernelText)) && !t.IsAbstract)
            .Select(t => t.GetConstructors().Single().GetParameters().Single().ParameterType.Name).Order(StringComparer.Ordinal)];

        texts.ShouldBe(kernels);
    }
}
