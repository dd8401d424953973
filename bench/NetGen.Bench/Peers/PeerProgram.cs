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

    /// <summary>The program.</summary>
    public string File => Path.Combine(Output, name);

    /// <summary>Builds it where that has not been done, or its sources have changed since.</summary>
    /// <exception cref="PeerException">A source is missing, or it does not build.</exception>
    public void Build()
    {
        if (sources.FirstOrDefault(s => !System.IO.File.Exists(s)) is { } missing)
        {
            throw new PeerException($"there is no {missing}");
        }

        Directory.CreateDirectory(Folder);
        if (!CopySources() && System.IO.File.Exists(File))
        {
            return;
        }

        Console.Error.WriteLine($"building {Folder}");
        children.Run("dotnet", ["build", "-c", "Release", "-v", "quiet", "--nologo"], Folder);
        children.Run(python, [relaxer, Path.Combine(Output, "libLibTorchSharp.so")], Folder);
    }

    /// <summary>Returns whether any was new; a program of older sources is then gone, so that a build that fails is tried again.</summary>
    private bool CopySources()
    {
        bool changed = false;
        foreach (string source in sources)
        {
            string copy = Path.Combine(Folder, Path.GetFileName(source));
            byte[] bytes = System.IO.File.ReadAllBytes(source);
            if (!System.IO.File.Exists(copy) || !System.IO.File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes))
            {
                System.IO.File.Delete(File);
                System.IO.File.WriteAllBytes(copy, bytes);
                changed = true;
            }
        }

        return changed;
    }
}
