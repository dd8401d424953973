using System.Diagnostics;
using NetGen.Golden;
using NetGen.Golden.Sweeps;

// dotnet run -c Release --project tests/NetGen.Golden -- DIR [--isa avx512|avx2|portable] [--only TEXT] [--known]
// Runs every golden case of a directory: a line a case, then `N passed, N failed`. With --known, cases whose layers the library
// does not have are left out.
// dotnet run -c Release --project tests/NetGen.Golden -- --sweep [--isa avx512|avx2|portable] [--only TEXT] [--every N]
// Compares kernels with plain loops over many shapes: a line a failure, then the same closing line.
const string Usage = "usage: DIR [--isa avx512|avx2|portable] [--only TEXT] [--known], or --sweep [--isa …] [--only TEXT] [--every N]";
string? directory = null;
string? isa = null;
string only = "";
bool known = false;
bool sweep = false;
int every = 1;
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
        case "--every" when i + 1 < args.Length && int.TryParse(args[i + 1], out every) && every > 0:
            i++;
            break;
        case "--known":
            known = true;
            break;
        case "--sweep":
            sweep = true;
            break;
        case var word when directory is null && !word.StartsWith('-'):
            directory = word;
            break;
        default:
            Console.Error.WriteLine($"cannot use \"{args[i]}\"; {Usage}");
            return 2;
    }
}

if (!sweep && (directory is null || !Directory.Exists(directory)))
{
    Console.Error.WriteLine(directory is null ? Usage : $"there is no directory \"{directory}\"");
    return 2;
}

if (isa is not null && Environment.GetEnvironmentVariable("NETGEN_GOLDEN_ISA") != isa)
{
    return RunAs(isa);
}

return sweep ? RunSweep() : RunCases(directory!);

int RunCases(string from)
{
    string[] files = Directory.GetFiles(from, "*.safetensors").Where(f => Path.GetFileName(f).Contains(only, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
    if (files.Length == 0)
    {
        Console.Error.WriteLine($"no golden cases (*.safetensors) in \"{from}\"");
        return 2;
    }

    Console.WriteLine($"instruction set: {IsaSwitch.Current}");
    if (known)
    {
        int all = files.Length;
        files = files.Where(f => KnownLayers.Missing(GoldenCase.Read(f).Declaration).Length == 0).ToArray();
        Console.WriteLine($"{all - files.Length} left out, whose layers the library does not have");
    }

    int failed = 0;
    foreach (string file in files)
    {
        GoldenResult result = GoldenRun.Run(file);
        failed += result.Passed ? 0 : 1;
        Console.WriteLine(result);
    }

    return Close(files.Length, failed);
}

int RunSweep()
{
    Console.WriteLine($"instruction set: {IsaSwitch.Current}");
    int count = 0;
    int failed = 0;
    foreach (string group in Sweep.Groups.Keys.Where(g => g.Contains(only, StringComparison.Ordinal)))
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<GoldenResult> results = Sweep.Run(group, every);
        foreach (GoldenResult result in results.Where(r => !r.Passed))
        {
            failed++;
            Console.WriteLine(result);
        }

        count += results.Count;
        Console.WriteLine(FormattableString.Invariant($"{group}: {results.Count} cases, {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    return Close(count, failed);
}

static int Close(int count, int failed)
{
    Console.WriteLine($"{count - failed} passed, {failed} failed");
    return failed == 0 ? 0 : 1;
}

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
