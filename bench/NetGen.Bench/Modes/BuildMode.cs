using System.CommandLine;
using NetGen.Bench.Building;

namespace NetGen.Bench.Modes;

/// <summary>What the zoo's networks cost before they run: generator, C# compiler, JIT, and the sizes of what they make.</summary>
internal sealed class BuildMode : IMode
{
    private readonly Option<string?> _networks = new("--networks") { Description = "Classes of the zoo separated by commas. Default: all." };
    private readonly Option<bool> _whole = new("--whole") { Description = "Also the whole zoo as one assembly." };

    public Command Command
    {
        get
        {
            Command command = new("build", "Generator, compiler and JIT times and sizes of the zoo's networks.") { _networks, _whole };
            command.SetAction(Run);
            return command;
        }
    }

    private int Run(ParseResult arguments)
    {
        if (ZooSources.FindFolder() is not { } folder)
        {
            Console.Error.WriteLine("no src/NetGen.Zoo above the current folder: run this inside the repository");
            return 2;
        }

        ZooSources sources = new(folder);
        string[] asked = arguments.GetValue(_networks)?.Split(',', StringSplitOptions.TrimEntries) ?? [.. sources.Models];
        if (asked.FirstOrDefault(name => !sources.Models.Contains(name)) is { } unknown)
        {
            Console.Error.WriteLine($"no network \"{unknown}\"; there are: {string.Join(", ", sources.Models)}");
            return 2;
        }

        BuildMeasurement measurement = new(sources);

        // The first network of a process also pays for the compilation of the compiler. It is shown as what it is.
        Console.WriteLine("network,generator ms,edit ms,files,model file KB,text KB,compiler ms,assembly KB,largest IL,method,first prediction JIT ms,methods");
        Report(measurement.Measure(asked[0]), " (cold process)");
        foreach (string name in asked)
        {
            Report(measurement.Measure(name), "");
        }

        if (arguments.GetValue(_whole))
        {
            Report(measurement.Measure(null), "");
        }

        return 0;
    }

    private static void Report(BuildCost c, string note) =>
        Console.WriteLine($"{c.Name}{note},{c.Generator:F0},{c.Edit:F0},{c.Files},{c.ModelText / 1024},{c.Text / 1024},{c.Compiler:F0},{c.Assembly / 1024},{c.LargestIL},{c.LargestMethod},{c.Jit:F0},{c.Methods}");
}
