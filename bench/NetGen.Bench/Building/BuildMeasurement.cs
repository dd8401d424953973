using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators;

namespace NetGen.Bench.Building;

/// <summary>Compiles a network in this process and times the steps.</summary>
/// <param name="sources">The zoo.</param>
internal sealed class BuildMeasurement(ZooSources sources)
{
    private const int Edits = 31;
    private const int EditsOfAll = 3;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "NetGen.dll" || Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    // References are read once for all: a build reads them anyway.
    /// <summary>A compilation without files.</summary>
    public static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Network",
        [],
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles source with models, and loads it.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static Assembly Compile(string source)
    {
        CSharpCompilation compilation = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ZooSources.Options));
        CSharpGeneratorDriver
            .Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: ZooSources.Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        using MemoryStream assembly = new();
        Write(output, assembly);
        return Assembly.Load(assembly.ToArray());
    }

    /// <summary>Measures a network, or the whole zoo as one assembly, for which nothing is run.</summary>
    /// <param name="model">The model's class, or null for all.</param>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public BuildCost Measure(string? model)
    {
        CSharpCompilation compilation = Empty.AddSyntaxTrees(sources.Trees(model));
        _ = compilation.GetSpecialType(SpecialType.System_Object).GetMembers();

        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetGenGenerator().AsSourceGenerator()], parseOptions: ZooSources.Options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        double generator = GeneratorMilliseconds(driver);
        IReadOnlyList<GeneratedSourceResult> files = driver.GetRunResult().Results[0].GeneratedSources;

        double edit = Edit(driver, compilation, model is null ? EditsOfAll : Edits);

        using MemoryStream assembly = new();
        long start = Stopwatch.GetTimestamp();
        Write(output, assembly);
        double compiler = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        (int largest, string method) = LargestMethod(assembly);
        (double jit, int methods) = model is null ? (0, 0) : FirstPrediction(assembly, model);
        return new BuildCost(
            model ?? "the whole zoo",
            generator,
            edit,
            files.Count,
            files.Where(f => !f.HintName.Contains(".Kernels-", StringComparison.Ordinal) && !f.HintName.Contains(".Tiles-", StringComparison.Ordinal)).Sum(f => (long)f.SourceText.Length),
            files.Sum(f => (long)f.SourceText.Length),
            compiler,
            assembly.Length,
            largest,
            method,
            jit,
            methods);
    }

    private static void Write(Compilation compilation, MemoryStream assembly)
    {
        var result = compilation.Emit(assembly);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3)));
        }
    }

    /// <summary>The generator's own time by the compiler's clock: what an editor or a build waits for besides parsing and compiling what it wrote.</summary>
    private static double GeneratorMilliseconds(GeneratorDriver driver) => driver.GetTimingInfo().GeneratorTimes.Sum(t => t.ElapsedTime.TotalMilliseconds);

    /// <summary>The median over edits one after the other, as in an editor.</summary>
    private static double Edit(GeneratorDriver driver, CSharpCompilation compilation, int edits)
    {
        SyntaxTree file = compilation.SyntaxTrees.First(ZooSources.HasModel);
        List<double> times = [];
        for (int edit = 0; edit < edits; edit++)
        {
            driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(file, ZooSources.Edited(file, edit)));
            times.Add(GeneratorMilliseconds(driver));
        }

        return times.Order().ElementAt(edits / 2);
    }

    private static (int Bytes, string Name) LargestMethod(MemoryStream assembly)
    {
        assembly.Position = 0;
        using PEReader file = new(assembly, PEStreamOptions.LeaveOpen);
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(h => metadata.GetMethodDefinition(h))
            .Where(m => m.RelativeVirtualAddress != 0)
            .Select(m => (file.GetMethodBody(m.RelativeVirtualAddress).GetILReader().Length, metadata.GetString(m.Name)))
            .Max();
    }

    private static (double Milliseconds, int Methods) FirstPrediction(MemoryStream assembly, string model)
    {
        AssemblyLoadContext context = new(model, isCollectible: true);
        assembly.Position = 0;
        Type type = context.LoadFromStream(assembly).GetType("NetGen.Zoo." + model)!;
        using Model net = (Model)Activator.CreateInstance(type, 1UL)!;
        float[] input = new float[net.Description.InputSize];
        float[] output = new float[net.Description.OutputSize];
        TimeSpan before = JitInfo.GetCompilationTime();
        long count = JitInfo.GetCompiledMethodCount();
        net.Predict(input, output);
        double milliseconds = (JitInfo.GetCompilationTime() - before).TotalMilliseconds;
        int methods = (int)(JitInfo.GetCompiledMethodCount() - count);
        context.Unload();
        return (milliseconds, methods);
    }
}
