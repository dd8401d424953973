using System.Diagnostics;
using System.Globalization;

namespace NetGen.Bench.Measuring;

/// <summary>The memory of this process.</summary>
internal static class ResidentSet
{
    private const string LinuxFile = "/proc/self/status";

    /// <summary>The most that was resident at any time, in MB. On Linux as the kernel kept it, so that a short peak counts.</summary>
    public static double PeakMegabytes()
    {
        if (!File.Exists(LinuxFile))
        {
            using Process self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64 / (double)(1 << 20);
        }

        // "VmHWM:    123456 kB"
        string peak = File.ReadLines(LinuxFile).Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
