using BenchmarkDotNet.Attributes;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Benchmarks;

/// <summary>Single layers: what a kernel takes with its entry and exit, in prediction and in training.</summary>
[Config(typeof(InThisProcess))]
public class KernelBenchmarks
{
    private const int Batch = 64;

    private Workload _work = null!;

    public static IEnumerable<string> Layers => SingleLayer.All.Select(l => l.What);

    [ParamsSource(nameof(Layers))]
    public string Layer { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SingleLayer layer = SingleLayer.All.First(l => l.What == Layer);
        _work = new Workload(layer.Create(), Batch, Threads);
    }

    [GlobalCleanup]
    public void Cleanup() => _work.Dispose();

    [Benchmark]
    public void Predict() => _work.Predict(Batch);

    [Benchmark]
    public void Gradients() => _work.Gradients();
}
