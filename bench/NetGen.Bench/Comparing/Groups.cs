using NetGen.Bench.Models;

namespace NetGen.Bench.Comparing;

/// <summary>The tables and their targets.</summary>
internal static class Groups
{
    private static readonly string[] s_main = ["lenet5", "deepconvnet", "ablation-base", "ablation-final", "resnet20", "resnet18", "vgg16"];

    /// <summary>All of them, with this many threads where more than one is meant.</summary>
    public static IReadOnlyList<Group> Of(int threads)
    {
        Column own = Column.NetGen(threads);
        Column torchSharp = Column.TorchSharp(threads);
        Column onnxRuntime = Column.OnnxRuntime(threads);
        Column[] both = [torchSharp, onnxRuntime];
        string[] further = [.. Network.All.Where(n => !n.Shared).Select(n => n.Name)];
        return
        [
            new("predict", "Prediction of the training batch", Kinds.Infer, own, both, [.. s_main.Select(n => Batch(n, n is "ablation-base" or "vgg16" ? 2.0 : 1.15))], Mean: 1.7),
            new("predict-one", "Prediction of one image", Kinds.Infer, own, both, [.. s_main.Select(n => One(n, n == "vgg16" ? 2.0 : 1.05))], Mean: 1.5),
            new("predict-resnet50", "Prediction by ResNet-50", Kinds.Infer, own, both, [One("resnet50", 1.15), Batch("resnet50", 1.15)]),
            new("predict-further", "Prediction by further networks", Kinds.Infer, own, [onnxRuntime], [.. further.SelectMany(n => new[] { One(n, 1.0), Batch(n, 1.0) })]),
            new("train", "Training step with AMSGrad", Kinds.Train, own, [torchSharp], [.. s_main.Select(n => Batch(n, n is "ablation-base" or "resnet18" ? 1.6 : 1.35))], Mean: 1.8),
            new("train-resnet50", "Training step of ResNet-50", Kinds.Train, own, [torchSharp], [Batch("resnet50", 1.2)]),
            new("threads-train", $"Training step on {threads} threads over one", Kinds.Train, own, [Column.NetGen(1) with { Title = "NetGen, 1 thread" }], [.. s_main.Select(n => Batch(n, 1.85))]),
            new("threads-predict", $"Prediction of one image on {threads} threads over one", Kinds.Infer, own, [Column.NetGen(1) with { Title = "NetGen, 1 thread" }], [One("resnet18", 1.7)]),
            new("memory", "Peak resident set of six training steps", Kinds.Memory, own, [torchSharp], [Batch("resnet18", 1.0), Batch("vgg16", 1.0)]),
            new("first", "From the start of a process to the first prediction", Kinds.First, own, [onnxRuntime], [One("deepconvnet", 1.0), One("resnet18", 1.0)]),
        ];
    }

    private static Goal One(string network, double target) => new(network, 1, target);

    private static Goal Batch(string network, double target) => new(network, Network.Named(network).Batch, target);
}
