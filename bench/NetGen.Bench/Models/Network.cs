using NetGen.Zoo;

namespace NetGen.Bench.Models;

/// <summary>A network that is measured beside the peers.</summary>
/// <param name="Name">What the peers' programs call it; also the name of its ONNX file.</param>
/// <param name="Batch">The images of a training step, and of the larger prediction.</param>
/// <param name="Shared">Whether the peers' shared program has it; otherwise ONNX Runtime alone runs it, from a file that <c>bench/peers/export.py</c> writes.</param>
/// <param name="Create">Makes it.</param>
internal sealed record Network(string Name, int Batch, bool Shared, Func<Model> Create)
{
    /// <summary>All of them; a new one is one line here, and one where the peers' networks are.</summary>
    public static IReadOnlyList<Network> All { get; } =
    [
        new("lenet5", 100, Shared: true, () => new LeNet5(seed: 1)),
        new("deepconvnet", 100, Shared: true, () => new DeepConvNet(seed: 1)),
        new("ablation-base", 128, Shared: true, () => new AblationBase(seed: 1)),
        new("ablation-final", 128, Shared: true, () => new AblationFinal(seed: 1)),
        new("resnet20", 128, Shared: true, () => new CifarResNet20B(seed: 1)),
        new("resnet18", 16, Shared: true, () => new ResNet18(seed: 1)),
        new("resnet50", 8, Shared: true, () => new ResNet50(seed: 1)),
        new("vgg16", 4, Shared: true, () => new Vgg16(seed: 1)),
        new("googlenet", 8, Shared: false, () => new GoogLeNet(seed: 1)),
        new("inception-v3", 8, Shared: false, () => new InceptionV3(seed: 1)),
        new("alexnet", 8, Shared: false, () => new OneTowerAlexNet(seed: 1)),
        new("squeezenet", 8, Shared: false, () => new SqueezeNet(seed: 1)),
        new("mobilenet", 8, Shared: false, () => new MobileNet(seed: 1)),
    ];

    /// <summary>The network of a name.</summary>
    public static Network Named(string name) => All.First(n => n.Name == name);
}
