using NetGen.Bench.Models;

namespace NetGen.Bench.Peers;

/// <summary>The networks as ONNX files, exported by PyTorch where they are missing.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="shared">The peers' shared folder, whose <c>pytorch.py</c> exports its networks.</param>
/// <param name="own">This repository's, whose <c>export.py</c> exports the further ones.</param>
/// <param name="python">The Python to take.</param>
/// <param name="children">Runs programs.</param>
internal sealed class OnnxModels(string folder, string shared, string own, string? python, ChildProcess children)
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The file of a network.</summary>
    public string FileOf(string network) => Path.Combine(folder, network + ".onnx");

    /// <summary>Exports what is missing, or older than the script that declares it.</summary>
    /// <exception cref="PeerException">There is no Python to do so.</exception>
    public void ExportMissing(IEnumerable<Network> networks)
    {
        string further = Path.Combine(own, "export.py");
        ILookup<bool, string> missing = networks
            .Where(n => File.GetLastWriteTimeUtc(FileOf(n.Name)) < File.GetLastWriteTimeUtc(n.Shared ? Path.Combine(shared, "networks.py") : further))
            .ToLookup(n => n.Shared, n => n.Name);
        if (missing.Count == 0)
        {
            return;
        }

        string program = Python.WithTorch(python, children);
        foreach (IGrouping<bool, string> names in missing)
        {
            Console.Error.WriteLine($"exporting {string.Join(", ", names)} to {folder}");

            // -B: the peers' folder may be read only, and is not ours to leave compiled files in.
            string[] script = names.Key ? ["-B", Path.Combine(shared, "pytorch.py"), "--export", folder] : ["-B", further, folder];
            children.Run(program, [.. script, .. names], Path.GetTempPath());
        }
    }
}
