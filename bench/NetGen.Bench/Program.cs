using System.CommandLine;
using System.Globalization;
using NetGen.Bench.Building;
using NetGen.Bench.Modes;

// Figures are read by programs too, so they look the same in every language.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

SdkCompiler.Use();

// The modes: a new one is a class and a line here.
IMode[] modes =
[
    new PeakMode(),
    new KernelsMode(),
    new ConvolutionMode(),
    new AlgorithmsMode(),
    new WeightGradientMode(),
    new StepMode(),
    new AugmentationMode(),
    new CompareMode(),
    new MeasureMode(),
    new RecurrentMode(),
    new RooflineMode(),
    new BuildMode(),
    new TypingMode(),
    new TradeoffMode(),
    new RanksMode(),
    new ClusterMode(),
    new DryRunMode(),
    new BenchmarksMode(),
];

RootCommand root = new("Measures NetGen.");
foreach (IMode mode in modes)
{
    root.Subcommands.Add(mode.Command);
}

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine($"{parsed.Errors[0].Message} (see --help)");
    return 2;
}

return parsed.Invoke();
