using System.Globalization;

namespace NetGen.Bench.Peers;

/// <summary>PyTorch by <c>pytorch.py</c>, in training and inference.</summary>
internal sealed class PyTorch(string peers, string python, double seconds) : IPeer
{
    private const string Program = "pytorch.py";

    public string Name => "pytorch";

    public IReadOnlyList<string> Kinds { get; } = ["train", "infer"];

    public void Prepare(IReadOnlyList<string> networks)
    {
        if (!File.Exists(Path.Combine(peers, Program)))
        {
            throw new PeerException($"there is no {Program} in {peers}");
        }

        try
        {
            ChildProcess.Run(python, ["-c", "import torch"], peers);
        }
        catch (PeerException problem)
        {
            throw new PeerException($"{problem.Message} (apt-get install python3-torch, then --python /usr/bin/python3)");
        }
    }

    public IReadOnlyList<Measurement> Measure(string network, int threads) =>
    [
        .. Run("--threads", Text(threads), "--seconds", Text(seconds), network).Select(Measurement.Parse).OfType<Measurement>(),
    ];

    /// <summary>Writes the networks as ONNX models, for peers that read those.</summary>
    public void Export(string folder, IReadOnlyList<string> networks) => Run(["--export", folder, .. networks]);

    // -B: the peers' folder may be read only, and is not ours to leave compiled files in.
    private string[] Run(params string[] arguments) => ChildProcess.Run(python, ["-B", Program, .. arguments], peers);

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
