using System.Diagnostics;

namespace NetGen.Distributed.Tests.Mpi;

/// <summary>A test that starts ranks by MPICH's mpirun; skipped, with the reason, where there is none.</summary>
internal sealed class MpiFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_reason = new(Find);

    public MpiFactAttribute() => Skip = s_reason.Value;

    private static string? Find()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("mpirun", ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text.Contains("HYDRA", StringComparison.OrdinalIgnoreCase) ? null : "mpirun is not MPICH's: no ranks were started (apt-get install mpich)";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "no mpirun in the path: no ranks were started (apt-get install mpich)";
        }
    }
}
