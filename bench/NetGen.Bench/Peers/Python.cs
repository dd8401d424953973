namespace NetGen.Bench.Peers;

/// <summary>The Python that has PyTorch, which exports networks as ONNX files.</summary>
internal static class Python
{
    /// <summary>Where to look when none is asked for: on the path, and Debian's, which its package python3-torch is for.</summary>
    private static readonly string[] s_usual = ["python3", "/usr/bin/python3"];

    /// <summary>The first that can import PyTorch.</summary>
    /// <exception cref="PeerException">None can.</exception>
    public static string WithTorch(string? asked, ChildProcess children)
    {
        string[] candidates = asked is null ? s_usual : [asked];
        List<string> problems = [];
        foreach (string python in candidates)
        {
            try
            {
                children.Run(python, ["-c", "import torch"], Path.GetTempPath());
                return python;
            }
            catch (PeerException problem)
            {
                problems.Add(problem.Message);
            }
        }

        throw new PeerException($"no Python with PyTorch, which exports the ONNX files: {string.Join("; ", problems)} (apt-get install python3-torch, or --python FILE)");
    }
}
