namespace NetGen.Bench.Peers;

/// <summary>A C# program of the peers, built in a scratch folder: where its sources lie may be read-only.</summary>
/// <param name="name">The name of its project.</param>
/// <param name="sources">Its files.</param>
/// <param name="relaxer">The script that lets TorchSharp's library load on systems with an older libstdc++.</param>
/// <param name="scratch">Where it gets a folder.</param>
/// <param name="python">Any Python.</param>
/// <param name="children">Runs programs.</param>
internal sealed class PeerProgram(string name, IReadOnlyList<string> sources, string relaxer, string scratch, string python, ChildProcess children)
{
    private string Folder => Path.Combine(scratch, name);

    private string Output => Path.Combine(Folder, "bin", "Release", "net10.0", "linux-x64");

    /// <summary>Says that all steps of a build are done; nothing is in it.</summary>
    private string Stamp => Path.Combine(Folder, "built");

    /// <summary>The program.</summary>
    public string Executable => Path.Combine(Output, name);

    /// <summary>Builds it where that has not been done, or its sources have changed since.</summary>
    /// <exception cref="PeerException">A source is missing, or it does not build.</exception>
    public void Build()
    {
        if (sources.FirstOrDefault(s => !File.Exists(s)) is { } missing)
        {
            throw new PeerException($"there is no {missing}");
        }

        Directory.CreateDirectory(Folder);
        CopySources();
        if (File.Exists(Stamp))
        {
            return;
        }

        Console.Error.WriteLine($"building {Folder}");
        children.Run("dotnet", ["build", "-c", "Release", "-v", "quiet", "--nologo", "-clp:NoSummary"], Folder);
        children.Run(python, [relaxer, Path.Combine(Output, "libLibTorchSharp.so")], Folder);
        File.WriteAllBytes(Stamp, []);
    }

    private void CopySources()
    {
        foreach (string source in sources)
        {
            string copy = Path.Combine(Folder, Path.GetFileName(source));
            byte[] bytes = File.ReadAllBytes(source);
            if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes))
            {
                File.Delete(Stamp);
                File.WriteAllBytes(copy, bytes);
            }
        }
    }
}
