using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads the sizes of inputs whose height or width is <c>Dimension.Any</c>, and puts the first into the layers: to all that comes after, a model of several sizes is one of its first.</summary>
internal static class InputSizes
{
    /// <summary><c>Dimension.Any</c>: no number that a size is set to by mistake.</summary>
    public const int Any = int.MinValue;

    /// <summary>The network is compiled for each.</summary>
    public const int Most = 8;

    /// <summary>The setting.</summary>
    public const string Setting = "Sizes";

    /// <summary>The inputs that are open. What is wrong with an input is reported; it then has its first sound size, or goes on as one that is not known.</summary>
    /// <param name="layers">The model's layers, in which a size takes the place of what is open.</param>
    /// <param name="problems">Where problems go.</param>
    public static EquatableArray<OpenInput> Read(List<LayerDeclaration> layers, List<Problem> problems)
    {
        List<OpenInput> open = [];
        string first = "";
        for (int i = 0; i < layers.Count; i++)
        {
            LayerDeclaration layer = layers[i];
            if (layer is not { Kind: "Input", Refused: false })
            {
                continue;
            }

            int before = problems.Count;
            bool named = CheckMeaning(layer, problems);
            if (named && layer.Find(Setting) is { Texts.Count: > 0 } setting)
            {
                List<ImageSize> sizes = Parse(setting.Texts[0], layer, twice: open.Count > 0, problems);
                if (problems.Count == before && open.Count > 0 && sizes.Count != open[0].Sizes.Count)
                {
                    Report(problems, layer, Count(sizes.Count), $"[{first}] has {open[0].Sizes.Count}, and those at the same place go together");
                }

                if (sizes.Count > 0)
                {
                    layers[i] = layer.WithSize(sizes[0]);
                    if (problems.Count == before)
                    {
                        first = open.Count == 0 ? layer.Text : first;
                        open.Add(new OpenInput(layer.Index, sizes.ToEquatableArray()));
                    }

                    continue;
                }
            }

            if (problems.Count > before)
            {
                layers[i] = layer with { Refused = true };
            }
        }

        return problems.Exists(p => p.Id == Rules.SizesUnreadable.Id) ? EquatableArray<OpenInput>.Empty : open.ToEquatableArray();
    }

    /// <summary>The names of the classes of a model's further sizes, from its attributes alone.</summary>
    public static IEnumerable<string> Classes(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in LayerAttributes.Of(type))
        {
            if (attribute.AttributeClass is { Name: "InputAttribute" } && attribute.NamedArguments.FirstOrDefault(a => a.Key == Setting).Value.Value is string text)
            {
                return Written(text).Select(Size).OfType<ImageSize>().Skip(1).Select(s => s.ClassName);
            }
        }

        return [];
    }

    /// <summary>Whether the input is an image that leaves its height or width open and has sizes; a report where one of the two stands alone, or where no image is.</summary>
    private static bool CheckMeaning(LayerDeclaration layer, List<Problem> problems)
    {
        int before = problems.Count;
        foreach (string argument in new[] { "c", "features", "steps" })
        {
            if (IsAny(layer, argument))
            {
                ReportAt(Rules.NotOpen, argument, "Any", layer.Text, "it stands for the height or the width of images alone, so write a number");
            }
        }

        string[] open = [.. new[] { "h", "w" }.Where(a => IsAny(layer, a))];
        bool hasSizes = layer.Find(Setting) is { Texts.Count: > 0 };
        if (open.Length > 0 && !hasSizes)
        {
            ReportAt(Rules.AnyWithoutSizes, open[0], layer.Text, open.Length == 2 ? "height and width" : open[0] == "h" ? "height" : "width");
        }
        else if (open.Length == 0 && hasSizes)
        {
            ReportAt(Rules.NotOpen, Setting, Setting, layer.Text, layer.Find("h") is null ? "sizes are those of images, so leave them out" : "its height and width are numbers, so write Any for what the sizes are to say, or leave them out");
        }

        return problems.Count == before && hasSizes;

        void ReportAt(DiagnosticDescriptor rule, string argument, params string[] arguments) => problems.Add(new Problem(rule.Id, layer.Index, arguments) { Argument = argument });
    }

    /// <summary>The sizes of a text that are sound, and a report of each other.</summary>
    private static List<ImageSize> Parse(string text, LayerDeclaration layer, bool twice, List<Problem> problems)
    {
        List<ImageSize> sizes = [];
        string[] written = Written(text);
        foreach (string word in written)
        {
            if (Size(word) is not { } size)
            {
                Report(problems, layer, $"\"{word}\"", IsNumbers(word) ? "a height and a width are from 1 to 16777216" : "write a height and a width as \"240x320\", with commas between sizes");
            }
            else if (Fixed(layer, "h") is { } height && height != size.Height)
            {
                Report(problems, layer, $"\"{word}\"", $"the height of the input is {height}, so write {new ImageSize(height, size.Width)}, or Any for its height");
            }
            else if (Fixed(layer, "w") is { } width && width != size.Width)
            {
                Report(problems, layer, $"\"{word}\"", $"the width of the input is {width}, so write {new ImageSize(size.Height, width)}, or Any for its width");
            }
            else if (!twice && sizes.Contains(size))
            {
                Report(problems, layer, $"\"{word}\"", "it stands there before, so leave it out");
            }
            else
            {
                sizes.Add(size);
            }
        }

        if (written.Length > Most)
        {
            Report(problems, layer, Count(written.Length), $"the network is compiled for each of them, so write {Most} at most");
        }

        return sizes;
    }

    private static string[] Written(string text) => [.. text.Split(',').Select(w => w.Trim())];

    private static ImageSize? Size(string word)
    {
        string[] numbers = word.Split('x');
        return numbers.Length == 2 && Number(numbers[0]) is { } height && Number(numbers[1]) is { } width ? new ImageSize(height, width) : null;
    }

    private static int? Number(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Sizes.MostChannels ? number : null;

    /// <summary>Whether a word is of the form of a size, whatever its numbers are.</summary>
    private static bool IsNumbers(string word) => word.Split('x') is { Length: 2 } numbers && numbers.All(n => n.TrimStart('-') is { Length: > 0 } digits && digits.All(char.IsDigit));

    private static bool IsAny(LayerDeclaration layer, string argument) => layer.Find(argument) is { Number: Any };

    private static int? Fixed(LayerDeclaration layer, string argument) => layer.Find(argument) is { Number: not Any } given ? (int)given.Number : null;

    private static string Count(int sizes) => sizes == 1 ? "1 size" : FormattableString.Invariant($"{sizes} sizes");

    private static void Report(List<Problem> problems, LayerDeclaration layer, string what, string remedy) =>
        problems.Add(new Problem(Rules.SizesUnreadable.Id, layer.Index, new[] { layer.ShortKind, what, remedy }) { Argument = Setting });
}
