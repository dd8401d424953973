using System.Globalization;

namespace NetGen.Bench.Peers;

/// <summary>ONNX Runtime by <c>onnxruntime.js</c>, in inference. Its package and the models live in a scratch folder.</summary>
internal sealed class OnnxRuntime(string peers, string node, string scratch, PyTorch exporter) : IPeer
{
    private const string Program = "onnxruntime.js";
    private const string Package = "onnxruntime-node";

    private string Models => Path.Combine(scratch, "models");

    public string Name => "onnxruntime";

    public IReadOnlyList<string> Kinds { get; } = ["infer"];

    public void Prepare(IReadOnlyList<string> networks)
    {
        if (!File.Exists(Path.Combine(peers, Program)))
        {
            throw new PeerException($"there is no {Program} in {peers}");
        }

        Directory.CreateDirectory(Models);
        File.Copy(Path.Combine(peers, Program), Path.Combine(scratch, Program), overwrite: true);
        ChildProcess.Run(node, ["--version"], scratch);
        if (!Directory.Exists(Path.Combine(scratch, "node_modules", Package)))
        {
            Console.Error.WriteLine($"installing {Package} in {scratch}");
            // The scripts would fetch GPU libraries; the CPU one is inside the package.
            ChildProcess.Run("npm", ["install", Package, "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", "."], scratch);
        }

        ExportMissing(networks);
    }

    public IReadOnlyList<Measurement> Measure(string network, int threads) =>
    [
        .. ChildProcess.Run(node, [Program, Models, threads.ToString(CultureInfo.InvariantCulture), network], scratch)
            .Select(Measurement.Parse).OfType<Measurement>(),
    ];

    // A file that is not there counts as very old, and one from before the networks changed is out of date.
    private void ExportMissing(IReadOnlyList<string> networks)
    {
        DateTime declared = File.GetLastWriteTimeUtc(Path.Combine(peers, "networks.py"));
        string[] missing = [.. networks.Where(n => File.GetLastWriteTimeUtc(Path.Combine(Models, n + ".onnx")) < declared)];
        if (missing.Length == 0)
        {
            return;
        }

        try
        {
            exporter.Export(Models, missing);
        }
        catch (PeerException problem)
        {
            throw new PeerException($"its models are exported by PyTorch, but {problem.Message}");
        }
    }
}
