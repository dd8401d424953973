using System.Text.RegularExpressions;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>The packages in projects of strangers.</summary>
[Collection(PackagesCollection.Name)]
public sealed partial class ConsumerTests(PackageFeed feed)
{
    /// <summary>The example that a package's page shows is a whole program, which builds without a message and runs with that package alone.</summary>
    [Theory]
    [InlineData("NetGen", "small.safetensors")]
    [InlineData("NetGen.Zoo", null)]
    public void ExampleOfTheReadme_Runs(string id, string? saved)
    {
        ConsumerProject project = new(feed, $"example-{id}", id);
        project.Write("Program.cs", CodeBlock().Match(feed[id].Text("README.md")).Groups["code"].Value);

        project.Build("-warnaserror").Succeeded();
        project.Run().Succeeded().Output.ShouldContain("\ntotal "); // the layer table's last line
        (saved is null || new FileInfo(project[saved]).Length > 0).ShouldBeTrue();
    }

    /// <summary>All of them in one program: pictures, a block of the zoo, training with a report and a log, a network of the zoo.</summary>
    [Fact]
    public void AllPackages_WorkTogether()
    {
        ConsumerProject project = new(feed, "together", [.. feed.Packages.Select(package => package.Id).Where(id => id != "NetGen.Templates")]);
        project.Write(
            "Program.cs",
            """
            using NetGen;
            using NetGen.Images;
            using NetGen.Reports;
            using NetGen.TensorBoard;
            using NetGen.Testing;
            using NetGen.Zoo;

            foreach ((string name, byte level) in new[] { ("dark", (byte)20), ("bright", (byte)220) })
            {
                Directory.CreateDirectory($"pictures/{name}");
                for (int i = 0; i < 10; i++)
                {
                    byte[] bytes = new byte[3 * 16 * 16];
                    Array.Fill(bytes, (byte)(level + i));
                    Picture.FromBytes([3, 16, 16], bytes).SavePng($"pictures/{name}/{i}.png");
                }
            }

            ImageFolder pictures = ImageFolder.Load("pictures", new ImageFolderOptions { Shape = [3, 16, 16] });
            using Brightness net = new(seed: 1);
            Trainer trainer = new(net, new Adam(0.01f)) { BatchSize = 10, Epochs = 5, Seed = 1 };
            trainer.Callbacks.Add(new TrainingReport("report.html"));
            trainer.Callbacks.Add(new TensorBoardLog("log"));
            trainer.Fit(pictures, pictures);
            Console.WriteLine($"{string.Join(" and ", pictures.ClassNames)}: {Trainer.Evaluate(net, pictures).Correct} of {pictures.Count}");
            Console.WriteLine($"{string.Join(" ", GradientCheck.Run<Tiny>().Select(g => g.Tensor))} checked");
            Console.WriteLine($"ResNet-18 has {ResNet18.ParameterCount} parameters");

            [Input(3, 16, 16)]
            [CifarResNet(1, classes: 2)]
            [SoftmaxCrossEntropy]
            public sealed partial class Brightness;

            [Input(4)] [Dense(3)] [Tanh]
            public sealed partial class Tiny;
            """);

        project.Build("-warnaserror").Succeeded();
        string output = project.Run().Succeeded().Output;

        output.ShouldContain("bright and dark: 20 of 20");
        output.ShouldContain("input dense1.weight dense1.bias checked");
        output.ShouldContain("ResNet-18 has 11689512 parameters"); // torchvision's count
        File.ReadAllText(project["report.html"]).ShouldContain("<svg");
        Directory.GetFiles(project["log"], "events.out.tfevents.*", SearchOption.AllDirectories).Length.ShouldBe(2); // train and validation
    }

    /// <summary>A wrong shape is an error at its line and column, and the only one; two of them are told at once.</summary>
    [Fact]
    public void WrongShapes_AreToldAtTheirPlaces()
    {
        ConsumerProject project = new(feed, "wrong", "NetGen");
        string[] source =
        [
            "using NetGen;",
            "",
            "[Input(1, 28, 28)]",
            "[Conv(8, 3)] [ReLU]",
            "  [Dense(10)]",
            "public sealed partial class First;",
            "",
            "[Input(3, 8, 8)] [Conv(8, 33)] [GlobalAvgPool] [Dense(2)]",
            "public sealed partial class Second;",
            "",
            "public static class Program { public static void Main() => System.Console.WriteLine(First.ParameterCount + Second.ParameterCount); }",
        ];
        project.Write("Program.cs", string.Join('\n', source));

        Command build = project.Build();

        build.ExitCode.ShouldNotBe(0);
        string[] errors = [.. build.Problems().Where(line => line.Contains(": error ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        errors.Length.ShouldBe(2, build.Output);
        errors[0].ShouldStartWith($"{project["Program.cs"]}({Place(source, 4, "Dense(10)")}): error NG0028: Dense needs a feature vector, but its input is the image (8, 26, 26)");
        Match second = PlaceOf().Match(errors[1]);
        second.Groups["rule"].Value.ShouldBe("NG0024");
        second.Groups["line"].Value.ShouldBe("8");

        // On the attribute or on the argument at fault.
        int column = int.Parse(second.Groups["column"].Value, System.Globalization.CultureInfo.InvariantCulture) - 1;
        column.ShouldBeOneOf(source[7].IndexOf("Conv(", StringComparison.Ordinal), source[7].IndexOf("33", StringComparison.Ordinal));
    }

    /// <summary>With all switched off that can be, a model's error and one in a method of C#'s are still shown, once each.</summary>
    [Fact]
    public void Errors_CannotBeHidden()
    {
        ConsumerProject project = new(feed, "hidden", "NetGen");
        project.Write(
            "Program.cs",
            """
            #pragma warning disable
            [NetGen.Input(3, 8, 8)] [NetGen.Conv(8, 33)] public sealed partial class Wrong { int F() => "text"; }
            public static class Program { public static void Main() { } }
            """);
        project.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.NG0024.severity = none\n");

        Command build = project.Build("-p:RunAnalyzers=false", "-p:NoWarn=NG0024", "-p:WarningLevel=0");

        build.ExitCode.ShouldNotBe(0);
        build.Problems().Select(line => PlaceOf().Match(line).Groups["rule"].Value).Order(StringComparer.Ordinal).ToArray().ShouldBe(["CS0029", "NG0024"], customMessage: build.Output);
    }

    [Fact]
    public void ProjectWithoutUnsafeCode_IsToldSo()
    {
        ConsumerProject project = new(feed, "safe", "NetGen");
        project.Write("Program.cs", "using NetGen;\n[Input(4)] [Dense(2)] public sealed partial class Net;\npublic static class Program { public static void Main() { } }");

        Command build = project.Build("-p:AllowUnsafeBlocks=false");

        build.ExitCode.ShouldNotBe(0);
        build.Problems().Where(line => line.Contains(": error ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("error NG0008: ");
        build.Output.ShouldContain("NG0008.md"); // its page
    }

    /// <summary>A framework that a package does not serve is refused as packages are restored.</summary>
    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void OlderFramework_IsRefused(string framework)
    {
        ConsumerProject project = new(feed, $"older-{framework}", "NetGen");

        Command restore = project.Restore($"-p:TargetFramework={framework}", "-p:DisableImplicitFrameworkReferences=true");

        restore.ExitCode.ShouldNotBe(0);
        restore.Output.ShouldContain($"NU1202: Package NetGen {feed.Version} is not compatible with {framework}");
    }

    private static string Place(string[] source, int line, string text) =>
        FormattableString.Invariant($"{line + 1},{source[line].IndexOf(text, StringComparison.Ordinal) + 1}");

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\((?<line>\d+),(?<column>\d+)\): error (?<rule>[A-Z]+\d+):")]
    private static partial Regex PlaceOf();
}
