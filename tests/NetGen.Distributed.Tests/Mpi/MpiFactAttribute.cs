using System.Diagnostics;

namespace NetGen.Distributed.Tests.Mpi;

/// <summary>A test that starts ranks by MPICH's mpirun; skipped, with the reason, where there is none.</summary>
internal sealed class MpiFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_reason = new(Find);

    public MpiFactAttribute() => Skip = s_reason.Value;

    /// <summary>Whether the ranks are to be on two machines, which are network namespaces of this one.</summary>
    public bool OnTwoMachines
    {
        get;
        init
        {
            field = value;
            Skip ??= !OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/dev/net/tun") || !IsThere("ip", "-V") || !IsThere("python3", "--version")
                ? "network namespaces and a link between them need Linux, root, iproute2, python3 and /dev/net/tun: no two machines were made"
                : null;
        }
    }

    private static bool IsThere(string program, string argument)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

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
