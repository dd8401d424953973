using System.Diagnostics;
using NetGen.Golden;

// dotnet run -c Release --project tests/NetGen.Golden -- DIR [--isa avx512|avx2|portable] [--only TEXT]
// Runs every golden case of a directory: a line a case, then `N passed, N failed`.
string? directory = null;
string? isa = null;
string only = "";
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--isa" when i + 1 < args.Length:
            isa = args[++i];
            break;
        case "--only" when i + 1 < args.Length:
            only = args[++i];
            break;
        case var word when directory is null && !word.StartsWith('-'):
            directory = word;
            break;
        default:
            Console.Error.WriteLine($"cannot use \"{args[i]}\"; usage: DIR [--isa avx512|avx2|portable] [--only TEXT]");
            return 2;
    }
}

if (directory is null || !Directory.Exists(directory))
{
    Console.Error.WriteLine(directory is null ? "usage: DIR [--isa avx512|avx2|portable] [--only TEXT]" : $"there is no directory \"{directory}\"");
    return 2;
}

if (isa is not null && Environment.GetEnvironmentVariable("NETGEN_GOLDEN_ISA") != isa)
{
    return RunAs(isa);
}

string[] files = Directory.GetFiles(directory, "*.safetensors").Where(f => Path.GetFileName(f).Contains(only, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
if (files.Length == 0)
{
    Console.Error.WriteLine($"no golden cases (*.safetensors) in \"{directory}\"");
    return 2;
}

Console.WriteLine($"instruction set: {IsaSwitch.Current}");
GoldenResult[] results = new GoldenResult[files.Length];
for (int i = 0; i < files.Length; i++)
{
    results[i] = GoldenRun.Run(files[i]);
    Console.WriteLine(results[i]);
}

int failed = results.Count(r => !r.Passed);
Console.WriteLine($"{files.Length - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

// The JIT reads its switches when the process starts, so that a narrower form needs a process of its own.
int RunAs(string name)
{
    if (!IsaSwitch.Variables.TryGetValue(name, out string[]? variables))
    {
        Console.Error.WriteLine($"no instruction set \"{name}\"; there are {string.Join(", ", IsaSwitch.Variables.Keys)}");
        return 2;
    }

    ProcessStartInfo start = new(Environment.ProcessPath!) { UseShellExecute = false };
    if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
    {
        start.ArgumentList.Add(typeof(GoldenRun).Assembly.Location);
    }

    foreach (string argument in args)
    {
        start.ArgumentList.Add(argument);
    }

    start.Environment["NETGEN_GOLDEN_ISA"] = name;
    foreach (string variable in variables)
    {
        start.Environment[variable] = "0";
    }

    using Process process = Process.Start(start)!;
    process.WaitForExit();
    return process.ExitCode;
}
