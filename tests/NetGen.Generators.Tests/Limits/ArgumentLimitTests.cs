using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Limits;

/// <summary>
/// Any number may stand as an argument of any attribute: outside the range that its documentation states it is refused, inside it is refused for another
/// reason (the image is too small) or compiles, and never to text without measure.
/// </summary>
public sealed partial class ArgumentLimitTests
{
    /// <summary>Characters of one kernel at most.</summary>
    private const int MostText = 3_000_000;

    private static readonly string[] s_whole = ["int.MinValue", "-1", "0", "1", "2", "3", "7", "64", "4096", "32767", "32768", "1 << 24", "(1 << 24) + 1", "int.MaxValue"];

    private static readonly string[] s_real =
        ["float.NaN", "float.PositiveInfinity", "float.NegativeInfinity", "float.MinValue", "-1f", "-0f", "0f", "float.Epsilon", "0.5f", "1f", "float.MaxValue"];

    /// <summary>Arguments with which a layer fits an image of 4 × 8 × 8, or what stands here instead of it.</summary>
    private static readonly Dictionary<string, string> s_before = new()
    {
        ["Dense"] = "[Input(8)]",
        ["RadialBasis"] = "[Input(8)]",
        ["LSTM"] = "[Input(4, 8)]",
        ["GRU"] = "[Input(4, 8)]",
        ["SimpleRNN"] = "[Input(4, 8)]",
        ["Conv1D"] = "[Input(8, 4)]",
        ["MaxPool1D"] = "[Input(8, 4)]",
        ["AvgPool1D"] = "[Input(8, 4)]",
        ["CTC"] = "[Input(4, 8)] [Dense(8)]",
        ["Reshape"] = "[Input(64)]",
        ["Embedding"] = "[Input(4)]",
        ["RoIAlign"] = "[Input(4, 8, 8)] [Input(6, 4, Name = \"name\")]",
        ["RoIPool"] = "[Input(4, 8, 8)] [Input(6, 4, Name = \"name\")]",
        ["SoftmaxCrossEntropy"] = "[Input(8)] [Dense(8)]",
        ["Huber"] = "[Input(8)] [Dense(8)]",
        ["Dice"] = "[Input(8)] [Dense(8)]",
        ["SmoothL1"] = "[Input(8)] [Dense(8)]",
        ["PixelShuffle"] = "[Input(4096, 8, 8)]",
        ["Output"] = "[Input(8)]",
        ["Input"] = "",
    };

    private static readonly Dictionary<string, string> s_after = new()
    {
        ["Output"] = " [SoftmaxCrossEntropy] [Dense(8)] [SoftmaxCrossEntropy]",
        ["Input"] = " [ReLU]",
    };

    /// <summary>Every whole or real argument of every attribute: its name, a declaration with <c>#</c> in its place, and what its documentation says.</summary>
    public static TheoryData<string, string, string> Arguments
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (Type type in typeof(LayerAttribute).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && typeof(LayerAttribute).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal))
            {
                string name = type.Name[..^"Attribute".Length];
                foreach (ConstructorInfo constructor in type.GetConstructors())
                {
                    System.Reflection.ParameterInfo[] parameters = constructor.GetParameters();
                    foreach (System.Reflection.ParameterInfo parameter in parameters.Where(p => IsNumber(p.ParameterType)))
                    {
                        string arguments = string.Join(", ", parameters.Select(p => p == parameter ? "#" : Argument(name, p)));
                        data.Add($"{name}.{parameter.Name}", Declaration(name, arguments), ParameterDocs(type, parameter.Name!));
                    }
                }

                foreach (PropertyInfo property in type.GetProperties().Where(p => IsNumber(p.PropertyType) && p.CanWrite))
                {
                    System.Reflection.ParameterInfo[] parameters = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First().GetParameters();
                    string arguments = string.Join(", ", parameters.Select(p => Argument(name, p)).Concat(Needed(property.Name)).Append($"{property.Name} = #"));
                    if (property.Name != "Repeat" || name == "Conv")
                    {
                        data.Add($"{name}.{property.Name}", Declaration(name, arguments), PropertyDocs(property));
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void AnyNumber_IsRefusedOrCompiles(string argument, string declaration, string documentation)
    {
        bool real = RealRange().IsMatch(documentation);
        int accepted = 0;
        foreach (string value in real ? s_real : s_whole)
        {
            CSharpCompilation compilation = Sources.Compile(Sources.Net(declaration.Replace("#", value, StringComparison.Ordinal)));
            (CSharpCompilation output, ImmutableArray<Diagnostic> reported) = Analysis.Generate(compilation);

            reported.ShouldAllBe(d => d.Id.StartsWith("NG", StringComparison.Ordinal), value);
            output.GetDeclarationDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty(value);
            output.SyntaxTrees.ShouldAllBe(t => t.Length < MostText, value);
            if (!real || Inside(documentation, value))
            {
                accepted += reported.IsEmpty ? 1 : 0;
            }
            else
            {
                reported.Select(d => d.Id).ShouldContain("NG0023", value);
            }
        }

        accepted.ShouldBeGreaterThan(0, $"no value of {argument} compiles");
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void OutsideItsDocumentedRange_IsRefused(string argument, string declaration, string documentation)
    {
        Match range = WholeRange().Match(documentation);
        if (!range.Success)
        {
            // Real numbers, which the other test holds to their range, what depends on other settings, and labels, which may be any number.
            (RealRange().IsMatch(documentation) || argument is "ConvTranspose.OutputPad" or "Embedding.PaddingIndex" || argument.EndsWith(".IgnoreIndex", StringComparison.Ordinal)).ShouldBeTrue($"{argument} states no range: {documentation}");
            return;
        }

        int least = int.Parse(range.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        int most = int.Parse(range.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Refusals(declaration, least - 1).ShouldContain(m => m.Contains("must be ", StringComparison.Ordinal) && m.EndsWith($"but is {least - 1}", StringComparison.Ordinal));
        Refusals(declaration, most + 1).ShouldContain(m => m.Contains("must be ", StringComparison.Ordinal) && m.EndsWith($"but is {most + 1}", StringComparison.Ordinal));
        foreach (int value in new[] { least, most })
        {
            Refusals(declaration, value).ShouldAllBe(m => !m.EndsWith($"but is {value}", StringComparison.Ordinal));
        }
    }

    /// <summary>Windows whose text would grow with the kernel, the stride or both, were it not for loops.</summary>
    [Theory]
    [InlineData("[Input(64, 8, 8)] [ReLU] [ConvTranspose(64, 64, Stride = 32, Pad = 16)]", 600_000)]
    [InlineData("[Input(64, 99, 99)] [ReLU] [Conv(64, 64, Stride = 32, Pad = 16)]", 600_000)]
    [InlineData("[Input(3, 256, 256)] [ReLU] [DepthwiseConv(63, Stride = 33)]", 200_000)]
    [InlineData("[Input(3, 8, 8)] [ReLU] [DepthwiseConv(1, Stride = 32767)]", 200_000)]
    [InlineData("[Input(1, 1, 4000000)] [ReLU] [DepthwiseConv(3, Pad = 1, Multiplier = 5)]", 200_000)]
    [InlineData("[Input(8, 8, 8)] [ReLU] [DepthwiseConv(3, Multiplier = 60000)]", 200_000)]
    [InlineData("[Input(1, 300, 300)] [ReLU] [MaxPool(299, Pad = 149, Stride = 7)]", 200_000)]
    [InlineData("[Input(1, 300, 300)] [ReLU] [AvgPool(299, Pad = 149, Stride = 7, CeilMode = true)]", 200_000)]
    [InlineData("[Input(1, 2, 2)] [ReLU] [Upsample(2000, Mode = UpsampleMode.Bilinear)]", 200_000)]
    [InlineData("[Input(1, 2, 9000000)] [ReLU] [AdaptiveAvgPool(1, 999983)]", 200_000)]
    [InlineData("[Input(60000, 1, 1)] [ReLU] [GroupNorm(60000)] [LocalResponseNorm(32767)] [Flatten] [Tag(\"a\")] [Concat(\"a\")] [Softmax]", 400_000)]
    public void TextOfAKernel_DoesNotGrowWithItsWindow(string layers, int most)
    {
        (CSharpCompilation output, ImmutableArray<Diagnostic> reported) = Analysis.Generate(Sources.Compile(Sources.Net(layers + " [GlobalAvgPool]").Replace("[Softmax] [GlobalAvgPool]", "[Softmax]", StringComparison.Ordinal)));

        reported.ShouldBeEmpty();
        output.SyntaxTrees.Sum(t => (long)t.Length).ShouldBeLessThan(most);
    }

    private static IEnumerable<string> Refusals(string declaration, int value) =>
        Analysis.Generate(Sources.Compile(Sources.Net(declaration.Replace("#", value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))).Reported
            .Where(d => d.Id == "NG0023")
            .Select(d => d.GetMessage(CultureInfo.InvariantCulture));

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(float);

    private static string Declaration(string name, string arguments) =>
        $"{s_before.GetValueOrDefault(name, "[Input(4, 8, 8)]")} [{name}({arguments})]{s_after.GetValueOrDefault(name)}";

    /// <summary>The setting without which another one has no meaning.</summary>
    private static string[] Needed(string property) => property is "InitScale" or "InitMean" ? ["Init = Init.Normal"] : [];

    private static string Argument(string attribute, System.Reflection.ParameterInfo parameter) => (attribute, parameter.Name) switch
    {
        ("Reshape", _) => "8",
        (_, _) when parameter.ParameterType == typeof(string) => "\"name\"",
        (_, _) when parameter.ParameterType == typeof(float) => "0.5f",
        _ => "2",
    };

    /// <summary>Whether a real number, as it is written in C#, lies in the range that the documentation tells.</summary>
    private static bool Inside(string documentation, string value)
    {
        float number = value switch
        {
            "float.NaN" => float.NaN,
            "float.PositiveInfinity" => float.PositiveInfinity,
            "float.NegativeInfinity" => float.NegativeInfinity,
            "float.MinValue" => float.MinValue,
            "float.MaxValue" => float.MaxValue,
            "float.Epsilon" => float.Epsilon,
            _ => float.Parse(value.TrimEnd('f'), CultureInfo.InvariantCulture),
        };
        return RealRange().Match(documentation).Value switch
        {
            "Above 0 and finite." => number > 0 && float.IsFinite(number),
            "At least 0 and finite." => number >= 0 && float.IsFinite(number),
            "At least 0 and below 1." => number is >= 0 and < 1,
            "Above 0 and at most 1." => number is > 0 and <= 1,
            "Finite." => float.IsFinite(number),
            _ => true,
        };
    }

    private static readonly Lazy<XDocument> s_documentation = new(() => XDocument.Load(Path.ChangeExtension(typeof(LayerAttribute).Assembly.Location, ".xml")));

    private static string ParameterDocs(Type type, string parameter)
    {
        // A primary constructor's parameters are documented on the constructor's entry as well.
        IEnumerable<XElement> entries = s_documentation.Value.Descendants("member").Where(m => m.Attribute("name")!.Value is var id
            && (id == $"T:{type.FullName}" || id.StartsWith($"M:{type.FullName}.#ctor(", StringComparison.Ordinal)));
        return string.Join(" ", entries.Elements("param").Where(p => p.Attribute("name")!.Value == parameter).Select(p => p.Value).Take(1));
    }

    private static string PropertyDocs(PropertyInfo property) => Regex.Replace(
        s_documentation.Value.Descendants("member").Single(m => m.Attribute("name")!.Value == $"P:{property.DeclaringType!.FullName}.{property.Name}").Element("summary")!.Value, @"\s+", " ");

    [GeneratedRegex(@"From ([\d,]+) to ([\d,]+)\.")]
    private static partial Regex WholeRange();

    [GeneratedRegex(@"Above 0 and finite\.|At least 0 and finite\.|At least 0 and below 1\.|Above 0 and at most 1\.|Finite\.")]
    private static partial Regex RealRange();
}
