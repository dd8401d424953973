using BenchmarkDotNet.Attributes;
using NetGen.Bench.Measuring;
using NetGen.Bench.Models;

namespace NetGen.Bench.Benchmarks;

/// <summary>Whole steps and predictions of the networks that the peers run.</summary>
[Config(typeof(InThisProcess))]
[MemoryDiagnoser]
public class StepBenchmarks
{
    private Workload _work = null!;
    private int _batch;

    public static IEnumerable<string> Networks => Models.Network.All.Select(n => n.Name);

    [ParamsSource(nameof(Networks))]
    public string Network { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Network network = Models.Network.All.First(n => n.Name == Network);
        _batch = network.Batch;
        _work = new Workload(network, Threads);
    }

    [GlobalCleanup]
    public void Cleanup() => _work.Dispose();

    [Benchmark]
    public void TrainStep() => _work.Step();

    [Benchmark]
    public void PredictBatch() => _work.Predict(_batch);

    [Benchmark]
    public void PredictOne() => _work.Predict(1);
}
