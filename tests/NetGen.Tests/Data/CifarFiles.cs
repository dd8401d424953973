using System.Diagnostics;
using System.Globalization;
using NetGen.Tests.Weights;

namespace NetGen.Tests.Data;

/// <summary>
/// The real CIFAR-10, which lies packed beside the repository. Its unpacked files are taken from the folder that the variable
/// NETGEN_CIFAR10 names, or else from <c>shared/data/cifar-10</c>; where neither has them, the script beside the packed ones writes them
/// to a folder that ends with the tests.
/// </summary>
public sealed class CifarFiles : IDisposable
{
    private const string Variable = "NETGEN_CIFAR10";
    private const string Script = "data/cifar10_xz.py";

    private static readonly Lazy<string?> s_python = new(FindPython);

    private readonly Lazy<string> _folder;
    private TempFolder? _unpacked;

    public CifarFiles() => _folder = new Lazy<string>(() => FindFolder() ?? Unpack());

    /// <summary>Where the six files lie.</summary>
    public string Folder => _folder.Value;

    /// <summary>Why there is nothing to read; null where there is.</summary>
    public static string? Absence =>
        FindFolder() is not null || s_python.Value is not null ? null
        : SharedDataFactAttribute.Find(Script) is null ? $"shared/{Script} is not beside the repository, and {Variable} names no folder with CIFAR-10's binary version"
        : $"CIFAR-10 is packed: run \"python3 {SharedDataFactAttribute.Find(Script)} unpack DIR\" (needs numpy) and set {Variable}=DIR";

    public void Dispose() => _unpacked?.Dispose();

    private static string? FindFolder()
    {
        // Whoever names a folder wants its files read, and hears of it where they are absent.
        string? named = Environment.GetEnvironmentVariable(Variable);
        return !string.IsNullOrEmpty(named) ? named
            : SharedDataFactAttribute.Find("data/cifar-10/test_batch.bin") is { } file ? Path.GetDirectoryName(file)
            : null;
    }

    /// <summary>A Python that can run the script, where the script is there at all.</summary>
    private static string? FindPython() => SharedDataFactAttribute.Find(Script) is null
        ? null
        : ((string[])["python3", "/usr/bin/python3"]).FirstOrDefault(python => Run(python, "-c", "import lzma, numpy").ExitCode == 0);

    private string Unpack()
    {
        _unpacked = new TempFolder();
        (int exitCode, string error) = Run(s_python.Value!, SharedDataFactAttribute.Find(Script)!, "unpack", _unpacked.Root);
        return exitCode == 0
            ? _unpacked.Root
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Script} ended with {exitCode}: {error}"));
    }

    private static (int ExitCode, string Error) Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = process.StandardError.ReadToEnd();
            output.Wait();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
