namespace NetGen.Bench.Peers;

/// <summary>The program <c>bench/NetGen.Cold</c>, which reads a network's weights and predicts one image.</summary>
/// <param name="asked">A built or published form of it; null for one that is built here.</param>
/// <param name="scratch">Where the files of weights are written.</param>
/// <param name="children">Runs programs.</param>
internal sealed class ColdProgram(string? asked, string scratch, ChildProcess children)
{
    private const string Project = "NetGen.Cold";

    private string _file = "";

    /// <summary>Builds the program and writes the weights.</summary>
    /// <exception cref="PeerException">It is not there, or does not build.</exception>
    public void Prepare(IEnumerable<string> networks)
    {
        _file = asked ?? Build();
        Directory.CreateDirectory(scratch);
        foreach (string network in networks)
        {
            children.Run(_file, [network, WeightsOf(network), "--save"], scratch);
        }
    }

    /// <summary>From the start of a process to its first line, which it prints after the prediction.</summary>
    public double Milliseconds(string network) => children.MillisecondsToFirstLine(_file, [network, WeightsOf(network)], scratch);

    private string Build()
    {
        string folder = Path.Combine(PeerFolder.FindOwn() ?? "", "..", Project);
        if (!Directory.Exists(folder))
        {
            throw new PeerException($"there is no bench/{Project} beside bench/peers");
        }

        Console.Error.WriteLine($"building {Project}");
        children.Run("dotnet", ["build", "-c", "Release", "-v", "quiet", "--nologo"], folder);
        return Path.Combine(folder, "bin", "Release", "net10.0", Project);
    }

    private string WeightsOf(string network) => Path.Combine(scratch, network + ".safetensors");
}
