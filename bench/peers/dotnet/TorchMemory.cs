using TorchSharp;
using static TorchSharp.torch;

namespace Peers;

/// <summary>The memory of a process that trains by TorchSharp, in its usual layout.</summary>
internal static class TorchMemory
{
    private const int Steps = 6;

    public static void Measure(string name, int threads)
    {
        set_num_threads(threads);
        set_num_interop_threads(1);
        Network network = Network.All.Single(n => n.Name == name);
        using var everything = NewDisposeScope();
        random.manual_seed(0);
        var model = network.Make();
        Tensor images = randn([network.Batch, .. network.Shape]);
        Tensor labels = randint(network.Classes, [network.Batch], dtype: ScalarType.Int64);
        var optimizer = optim.Adam(model.parameters(), amsgrad: true);
        model.train();
        for (int i = 0; i < Steps; i++)
        {
            using var scope = NewDisposeScope();
            model.zero_grad(set_to_none: true);
            nn.functional.cross_entropy(model.call(images), labels).backward();
            optimizer.step();
        }

        // Linux keeps the peak: "VmHWM:    123456 kB".
        string peak = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:"));
        double megabytes = double.Parse(peak.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
        Console.WriteLine($"torchsharp-{typeof(Tensor).Assembly.GetName().Version?.ToString(3)},{name},memory,{network.Batch},{threads},{megabytes:F1}");
    }
}
