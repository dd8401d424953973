using NetGen.Tests.Data;
using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Zoo.Tests;

/// <summary>ResNet-20 with weights that were trained in PyTorch.</summary>
public sealed class PretrainedTests : IDisposable
{
    private const string Weights = "data/weights/resnet20-12fca82f.safetensors";

    /// <summary>The file says 91.78 %.</summary>
    private const double LeastAccuracy = 0.916;

    private readonly CifarFiles _files = new();

    public void Dispose() => _files.Dispose();

    [CifarFact]
    public void ResNet20_ClassifiesTheTestImages()
    {
        string weights = SharedDataFactAttribute.Find(Weights).ShouldNotBeNull($"shared/{Weights} is absent");
        using CifarResNet20 net = CifarResNet20.FromFile(weights, PyTorchNames.CifarResNet);
        Cifar10 cifar = Cifar10.Load(_files.Folder, mean: [0.485f, 0.456f, 0.406f], deviation: [0.229f, 0.224f, 0.225f]);

        Trainer.Evaluate(net, cifar.Test).Accuracy.ShouldBeGreaterThanOrEqualTo(LeastAccuracy);
    }
}
