using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>Names that other programs give the zoo's parameters.</summary>
public class PyTorchNamesTests
{
    private const string Weights = "data/weights/resnet20-12fca82f.safetensors";

    [Theory]
    [InlineData("conv1.weight", "cifarresnet1.conv1.weight")]
    [InlineData("bn1.running_mean", "cifarresnet1.batchnorm1.running_mean")]
    [InlineData("layer1.0.conv2.weight", "cifarresnet1.cifarstage1.cifarblock1.conv2.weight")]
    [InlineData("layer2.8.bn2.bias", "cifarresnet1.cifarstage2.cifarblock9.batchnorm2.bias")]
    [InlineData("layer3.199.bn1.running_var", "cifarresnet1.cifarstage3.cifarblock200.batchnorm1.running_var")]
    [InlineData("layer2.0.shortcut.0.weight", "cifarresnet1.cifarstage2.cifarblock1.conv3.weight")]
    [InlineData("layer2.0.shortcut.1.weight", "cifarresnet1.cifarstage2.cifarblock1.batchnorm3.weight")]
    [InlineData("linear.bias", "cifarresnet1.dense1.bias")]
    [InlineData("layer1.0.bn1.num_batches_tracked", null)]
    [InlineData("layer4.0.bn1.weight", "layer4.0.bn1.weight")]
    [InlineData("head.weight", "head.weight")]
    public void CifarResNet_HasAPathForAName(string name, string? path) => PyTorchNames.CifarResNet(name).ShouldBe(path);

    /// <summary>Each parameter has a name of its own in PyTorch, for both kinds of shortcut.</summary>
    [Fact]
    public void CifarResNet_ReachesEveryParameter()
    {
        Reached(CifarResNet20.Info, projection: false);
        Reached(CifarResNet56B.Info, projection: true);
    }

    [SharedDataFact(Weights)]
    public void EveryTensorOfTheFile_FindsItsParameter()
    {
        Dictionary<string, string> parameters = CifarResNet20.Info.Parameters.ToDictionary(p => p.Path, p => string.Join("×", p.Shape));
        Dictionary<string, string> tensors = SafetensorsFile.Read(SharedDataFactAttribute.Find(Weights)!).Tensors.Values
            .ToDictionary(t => PyTorchNames.CifarResNet(t.Name)!, t => string.Join("×", t.Shape));

        tensors.OrderBy(t => t.Key, StringComparer.Ordinal).ShouldBe(parameters.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    private static void Reached(ModelInfo info, bool projection)
    {
        int blocks = info.Layers.Count(l => l.Name.EndsWith(".conv1", StringComparison.Ordinal)) / 3;
        string[] norm = ["weight", "bias", "running_mean", "running_var"];
        List<string> names = ["conv1.weight", .. norm.Select(leaf => $"bn1.{leaf}"), "linear.weight", "linear.bias"];
        for (int stage = 1; stage <= 3; stage++)
        {
            for (int block = 0; block < blocks; block++)
            {
                string scope = $"layer{stage}.{block}";
                names.AddRange([$"{scope}.conv1.weight", .. norm.Select(leaf => $"{scope}.bn1.{leaf}"), $"{scope}.conv2.weight", .. norm.Select(leaf => $"{scope}.bn2.{leaf}")]);
                if (projection && stage > 1 && block == 0)
                {
                    names.AddRange([$"{scope}.shortcut.0.weight", .. norm.Select(leaf => $"{scope}.shortcut.1.{leaf}")]);
                }
            }
        }

        names.Select(n => PyTorchNames.CifarResNet(n)!).Order(StringComparer.Ordinal).ShouldBe(info.Parameters.Select(p => p.Path).Order(StringComparer.Ordinal));
    }
}
