using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Names our word where someone wrote another framework's, or misspelled it. C# refuses such an attribute anyway, but knows nothing of layers; so these
/// problems keep the compiler's message company.
/// </summary>
internal static class LayerHints
{
    private static readonly string[] s_kinds = [.. LayerReaders.Names, "Tag", "From", "Output", "Layers", "ResBlock", "BasicBlock", "BottleneckBlock", "Inception"];

    /// <summary>The words that layers and what stands among them are written with.</summary>
    public static IReadOnlyList<string> Kinds => s_kinds;

    /// <summary>Problems of a class's attributes that C# does not know, or whose settings it does not know, each with its location.</summary>
    public static IEnumerable<(LocatedProblem Problem, Location Location)> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        List<(LocatedProblem, Location)> found = [];
        bool isModel = attributes.Any(a => LayerAttributes.IsLayer(a.AttributeClass)) || attributes.Any(a => IsUnknown(a) && Name(a) is "Input" or "InputLayer");
        bool saidUsing = false;
        for (int i = 0; i < attributes.Length && isModel; i++)
        {
            if (attributes[i].ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            if (!IsUnknown(attributes[i]))
            {
                if (LayerAttributes.IsLayer(attributes[i].AttributeClass))
                {
                    CheckSettings(attributes[i].AttributeClass!, syntax, i);
                }
            }
            else if (Name(attributes[i]) is var name && s_kinds.Contains(name, StringComparer.Ordinal))
            {
                // One missing line is one problem, however many layers it hides.
                if (!saidUsing)
                {
                    Add(Rules.NoSuchLayer, i, "", syntax.Name.GetLocation(), name, $"[{name}] is NetGen.{name}Attribute, so add \"using NetGen;\"");
                    saidUsing = true;
                }
            }
            else if (ForeignWords.Layer(name) is { } word)
            {
                Add(Rules.NoSuchLayer, i, "", syntax.Name.GetLocation(), name, word);
            }
            else if (Spelling.Nearest(name, s_kinds) is { } near)
            {
                Add(Rules.NoSuchLayer, i, "", syntax.Name.GetLocation(), name, $"write [{near}]");
            }
        }

        return found;

        void CheckSettings(INamedTypeSymbol layer, AttributeSyntax syntax, int index)
        {
            string[] settings = Settings(layer);
            string[] parameters = layer.InstanceConstructors.SelectMany(c => c.Parameters.Select(p => p.Name)).Distinct(StringComparer.Ordinal).ToArray();
            foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? [])
            {
                string? written = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText;
                if (written is null || (argument.NameEquals is null ? parameters : settings).Contains(written, StringComparer.Ordinal))
                {
                    continue;
                }

                string title = LayerDeclaration.Short(LayerAttributes.Kind(layer));
                Location location = (argument.NameEquals as SyntaxNode ?? argument.NameColon)!.GetLocation();
                Add(Rules.NoSuchSetting, index, written, location, title, written, SettingHint(title, written, settings, parameters));
            }
        }

        void Add(DiagnosticDescriptor rule, int index, string setting, Location location, params string[] arguments) =>
            found.Add((new LocatedProblem(type.ToDisplayString(), $"attribute {index} {setting}".TrimEnd(), rule.Id, Place.Of(location), arguments), location));
    }

    private static string SettingHint(string title, string written, string[] settings, string[] parameters)
    {
        if (ForeignWords.Setting(written) is { } word && settings.Contains(word, StringComparer.Ordinal))
        {
            return $"write {word} = …";
        }

        if (Same(written, parameters) is { } parameter)
        {
            return $"{parameter} is an argument, written without a name: {title}({string.Join(", ", parameters)})";
        }

        return (Same(written, settings) ?? Spelling.Nearest(written, settings)) is { } near
            ? $"write {near} = …"
            : $"it takes {string.Join(", ", settings)}";
    }

    /// <summary>The name that is the same but for case and underscores, or null.</summary>
    public static string? Same(string written, string[] names)
    {
        string plain = written.Replace("_", "");
        return names.FirstOrDefault(n => string.Equals(n, plain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The properties that an attribute can set, the layer's own first.</summary>
    public static string[] Settings(INamedTypeSymbol layer)
    {
        List<string> names = [];
        for (INamedTypeSymbol? c = layer; c is not null && c.Name != nameof(Attribute); c = c.BaseType)
        {
            names.AddRange(c.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public }).Select(p => p.Name));
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsUnknown(AttributeData attribute) => attribute.AttributeClass is null or { TypeKind: TypeKind.Error };

    private static string Name(AttributeData attribute)
    {
        string name = (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.Name switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => "",
        };
        return name.Length > LayerDeclaration.Ending.Length && name.EndsWith(LayerDeclaration.Ending, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - LayerDeclaration.Ending.Length)
            : name;
    }
}
