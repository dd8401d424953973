using NetGen.Bench.Models;

namespace NetGen.Bench.Comparing;

/// <summary>The tables and their targets.</summary>
internal static class Groups
{
    private static readonly string[] s_main = ["lenet5", "deepconvnet", "ablation-base", "ablation-final", "resnet20", "resnet18", "vgg16"];

    private static readonly string[] s_further = [.. Network.All.Where(n => !n.Shared).Select(n => n.Name)];

    /// <summary>All of them, with this many threads where more than one is meant.</summary>
    public static IReadOnlyList<Group> Of(int threads)
    {
        Column own = Column.NetGen(threads);
        Column[] torchSharp = [Column.TorchSharp(threads)];
        Column[] onnxRuntime = [Column.OnnxRuntime(threads)];
        Column[] both = [.. torchSharp, .. onnxRuntime];
        Column[] oneThread = [Column.NetGen(1) with { Title = "NetGen, 1 thread" }];
        Goal[] batches = [.. s_main.Select(n => Batch(n, n is "ablation-base" or "vgg16" ? 2.0 : 1.15))];
        Goal[] single = [.. s_main.Select(n => One(n, n == "vgg16" ? 2.0 : 1.05))];
        Goal[] further = [.. s_further.SelectMany(n => new[] { One(n, 1.0), Batch(n, 1.0) })];
        Goal[] steps = [.. s_main.Select(n => Batch(n, n is "ablation-base" or "resnet18" ? 1.6 : 1.35))];
        Goal[] threadedSteps = [.. s_main.Select(n => Batch(n, 1.85))];
        return
        [
            new("predict", "Prediction of the training batch", Kinds.Infer, own, both, batches, Mean: 1.7),
            new("predict-one", "Prediction of one image", Kinds.Infer, own, both, single, Mean: 1.5),
            new("predict-resnet50", "Prediction by ResNet-50", Kinds.Infer, own, both, [One("resnet50", 1.15), Batch("resnet50", 1.15)]),
            new("predict-further", "Prediction by networks that the shared program, and so TorchSharp here, does not have", Kinds.Infer, own, onnxRuntime, further),
            new("train", "Training step with AMSGrad", Kinds.Train, own, torchSharp, steps, Mean: 1.8),
            new("train-resnet50", "Training step of ResNet-50", Kinds.Train, own, torchSharp, [Batch("resnet50", 1.2)]),
            new("threads-train", $"Training step on {threads} threads over one", Kinds.Train, own, oneThread, threadedSteps),
            new("threads-predict", $"Prediction of one image on {threads} threads over one", Kinds.Infer, own, oneThread, [One("resnet18", 1.7)]),
            new("memory", "Peak resident set of six training steps", Kinds.Memory, own, torchSharp, [Batch("resnet18", 1.0), Batch("vgg16", 1.0)]),
            new("first", "From the start of a process to the first prediction", Kinds.First, own, onnxRuntime, [One("deepconvnet", 1.0), One("resnet18", 1.0)]),
        ];
    }

    private static Goal One(string network, double target) => new(network, 1, target);

    private static Goal Batch(string network, double target) => new(network, Network.Named(network).Batch, target);
}
