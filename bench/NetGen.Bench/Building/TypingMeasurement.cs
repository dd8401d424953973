using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators;

namespace NetGen.Bench.Building;

/// <summary>A project of many models, a file each, that is edited as in an editor: one file after the other becomes another, and the generator runs again.</summary>
internal sealed class TypingMeasurement
{
    private const string Elsewhere = "Elsewhere.cs";

    private static readonly int[] s_sizes = [28, 32, 64, 96];
    private static readonly int[] s_widths = [16, 24, 32, 48, 64];

    private readonly List<SyntaxTree> _files = [];

    // What is there now, and nothing of before: an editor keeps no more.
    private CSharpCompilation _project;
    private GeneratorDriver _driver;

    /// <summary>Makes the project and runs the generator once.</summary>
    /// <param name="models">How many models.</param>
    public TypingMeasurement(int models)
    {
        for (int i = 0; i < models; i++)
        {
            _files.Add(Parse(Model(i, "", 10), $"Net{i}.cs"));
        }

        _project = BuildMeasurement.Empty.AddSyntaxTrees([.. _files, Parse(Other(0), Elsewhere)]);
        _driver = CSharpGeneratorDriver.Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: ZooSources.Options).RunGenerators(_project);
        if (_driver.GetRunResult().Diagnostics.FirstOrDefault() is { } wrong)
        {
            throw new InvalidOperationException(wrong.ToString());
        }

        FirstRun = Milliseconds(_driver);
    }

    /// <summary>The generator's milliseconds without anything from before.</summary>
    public double FirstRun { get; }

    /// <summary>A method's body in a file without models.</summary>
    /// <param name="edit">The edit's number.</param>
    public SyntaxTree ElsewhereEdited(int edit) => Parse(Other(edit + 1), Elsewhere);

    /// <summary>A comment, in one model's file after the other.</summary>
    /// <param name="edit">The edit's number.</param>
    public SyntaxTree CommentEdited(int edit) => Parse(Model(edit % _files.Count, $"// {edit}\n", 10), $"Net{edit % _files.Count}.cs");

    /// <summary>The size of a layer, in one model after the other; in the next round it is what it was, so that what stays in memory was left behind by edits.</summary>
    /// <param name="edit">The edit's number.</param>
    public SyntaxTree LayerEdited(int edit) => Parse(Model(edit % _files.Count, "", edit / _files.Count % 2 == 0 ? 12 : 10), $"Net{edit % _files.Count}.cs");

    /// <summary>Runs the generator after each of a number of edits.</summary>
    /// <param name="name">What is edited.</param>
    /// <param name="warmUp">Edits that are not measured: until the code is compiled in its last form, and each file has been edited.</param>
    /// <param name="edits">Edits that are.</param>
    /// <param name="edited">The file after an edit; it has the path of the file before.</param>
    public TypingCost Measure(string name, int warmUp, int edits, Func<int, SyntaxTree> edited)
    {
        for (int edit = 0; edit < warmUp; edit++)
        {
            Edit(edited(edit));
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<double> times = [];
        for (int edit = warmUp; edit < warmUp + edits; edit++)
        {
            Edit(edited(edit));
            times.Add(Milliseconds(_driver));
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        return new TypingCost(name, times, before, after);
    }

    private void Edit(SyntaxTree file)
    {
        _project = _project.ReplaceSyntaxTree(_project.SyntaxTrees.First(t => t.FilePath == file.FilePath), file);
        _driver = _driver.RunGenerators(_project);
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText("using NetGen;\n" + text, ZooSources.Options, path);

    private static string Other(int edit) => $"public static class Elsewhere {{ public static int Number() => {edit.ToString(CultureInfo.InvariantCulture)}; }}";

    /// <summary>A small residual network: of 200, none has the sizes of another.</summary>
    private static string Model(int number, string comment, int classes)
    {
        int size = s_sizes[number % s_sizes.Length];
        int width = s_widths[number / s_sizes.Length % s_widths.Length];
        int blocks = 1 + (number / (s_sizes.Length * s_widths.Length) % 10);
        return $"""
            {comment}[Input(3, {size}, {size})]
            [Conv({width}, 3, Pad = 1, Bias = false)] [BatchNorm] [ReLU]
            [BasicBlock({width}, Repeat = {blocks})]
            [BasicBlock({2 * width}, Stride = 2)]
            [BasicBlock({4 * width}, Stride = 2)]
            [GlobalAvgPool] [Dropout(0.2f)]
            [Dense({classes})]
            [SoftmaxCrossEntropy]
            public sealed partial class Net{number};
            """;
    }

    private static double Milliseconds(GeneratorDriver driver) => driver.GetTimingInfo().GeneratorTimes.Sum(t => t.ElapsedTime.TotalMilliseconds);
}
