using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>A stranger's program on other machines than this one, and in a debugger.</summary>
[Collection(PackagesCollection.Name)]
public sealed class MachineTests(PackageFeed feed)
{
    /// <summary>What the compiler keeps source texts under in a portable PDB (its specification, "Embedded Source").</summary>
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Without any vector instructions, with those of older processors, and where a container has half a processor, which .NET counts as one.</summary>
    [Fact]
    public void AProgram_ComputesTheSame_WhereverItRuns()
    {
        ConsumerProject project = Build("machines");
        string[] here = Lines(project.RunWith());

        string[] plain = Lines(project.RunWith(("DOTNET_EnableHWIntrinsic", "0")));
        string[] avx2 = Lines(project.RunWith(("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVX512F", "0")));
        string[] single = Lines(project.RunWith(("DOTNET_PROCESSOR_COUNT", "1")));

        here[0].ShouldBe($"threads {Environment.ProcessorCount}");
        single[0].ShouldBe("threads 1");
        single[1..].ShouldBe(here[1..]); // to the bit: "R" shows every digit
        foreach (string[] other in new[] { plain, avx2 })
        {
            other.Length.ShouldBe(here.Length);
            for (int i = 1; i < here.Length; i++)
            {
                Number(other[i]).ShouldBe(Number(here[i]), 1e-3);
            }
        }

        static double Number(string line) => double.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <summary>A debugger that steps into a prediction finds the generated text in the program's own PDB, and nothing tells it to pass by.</summary>
    [Fact]
    public void ADebugger_StepsIntoGeneratedCode()
    {
        ConsumerProject project = Build("debugger");
        using FileStream file = File.OpenRead(Path.ChangeExtension(project.Program, ".pdb"));
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(file);
        MetadataReader symbols = provider.GetMetadataReader();

        DocumentHandle[] generated = [.. symbols.Documents.Where(d => symbols.GetString(symbols.GetDocument(d).Name).EndsWith("Net.g.cs", StringComparison.Ordinal))];

        DocumentHandle model = generated.ShouldHaveSingleItem();
        symbols.GetCustomDebugInformation(model).ShouldContain(c => symbols.GetGuid(symbols.GetCustomDebugInformation(c).Kind) == s_embeddedSource);
        symbols.MethodDebugInformation.Count(m => symbols.GetMethodDebugInformation(m).Document == model && symbols.GetMethodDebugInformation(m).GetSequencePoints().Any(p => !p.IsHidden)).ShouldBeGreaterThan(3);
        byte[] program = File.ReadAllBytes(project.Program);
        foreach (string attribute in new[] { "DebuggerStepThroughAttribute", "DebuggerNonUserCodeAttribute", "DebuggerHiddenAttribute" })
        {
            program.AsSpan().IndexOf(Encoding.UTF8.GetBytes(attribute)).ShouldBe(-1, attribute);
        }
    }

    private ConsumerProject Build(string name)
    {
        ConsumerProject project = new(feed, name, "NetGen");
        project.Write(
            "Program.cs",
            """
            using System.Globalization;
            using NetGen;

            using Net net = new(seed: 1);
            Console.WriteLine($"threads {net.Threads}");
            Adam adam = new(0.01f);
            float[] images = new float[8 * Net.Info.InputSize];
            for (int i = 0; i < images.Length; i++)
            {
                images[i] = MathF.Sin(i);
            }

            for (int step = 0; step < 3; step++)
            {
                Console.WriteLine(net.TrainStep(images, [0, 1, 2, 3, 0, 1, 2, 3], adam).Loss.ToString("R", CultureInfo.InvariantCulture));
            }

            float[] outputs = new float[8 * 4];
            net.Predict(images, outputs);
            foreach (float output in outputs)
            {
                Console.WriteLine(output.ToString("R", CultureInfo.InvariantCulture));
            }

            [Input(3, 10, 10)]
            [Conv(8, 3, Pad = 1)] [BatchNorm] [ReLU] [MaxPool(2)]
            [Conv(20, 3)] [ReLU] [GlobalAvgPool]
            [Dense(4)] [SoftmaxCrossEntropy]
            public sealed partial class Net;
            """);
        project.Build("-warnaserror").Succeeded();
        return project;
    }

    private static string[] Lines(Command run) => run.Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
