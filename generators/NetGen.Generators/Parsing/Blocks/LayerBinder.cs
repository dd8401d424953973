using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Gives the layers in a block's text their attribute classes and the arguments their names. A name is looked up in the block's
/// namespace, in those around it and in NetGen, through the block's own assembly and those it refers to: the same from source as from
/// a package, which keeps no using directives.
/// </summary>
internal sealed class LayerBinder(INamedTypeSymbol block)
{
    private readonly Dictionary<string, INamedTypeSymbol?> _found = new(StringComparer.Ordinal);
    private List<IAssemblySymbol>? _sources;

    /// <summary>The classes that were found.</summary>
    public IEnumerable<INamedTypeSymbol> Found => _found.Values.OfType<INamedTypeSymbol>();

    /// <summary>The layer that an attribute's text declares.</summary>
    /// <exception cref="BlockTextException">There is no such layer, or it takes no such arguments.</exception>
    public BlockItem.Written Bind(ExpressionSyntax syntax, int start, BlockExpressionParser expressions)
    {
        (ExpressionSyntax name, IReadOnlyList<ArgumentSyntax> arguments) = syntax is InvocationExpressionSyntax call
            ? (call.Expression, call.ArgumentList.Arguments.ToList())
            : (syntax, []);
        INamedTypeSymbol type = Find(name.ToString()) ?? throw Error(name, $"there is no layer \"{name}\"");
        List<ArgumentSyntax> positional = arguments.Where(a => a.Expression is not AssignmentExpressionSyntax).ToList();
        IMethodSymbol constructor = type.InstanceConstructors
            .Where(c => c.DeclaredAccessibility == Accessibility.Public && Takes(c, positional))
            .OrderBy(c => c.Parameters.Length)
            .FirstOrDefault() ?? throw Error(syntax, $"{LayerDeclaration.Short(LayerAttributes.Kind(type))} takes no such arguments: \"{syntax}\"");

        List<BlockArgument> bound = [];
        for (int i = 0; i < positional.Count; i++)
        {
            IParameterSymbol parameter = positional[i].NameColon is { } label
                ? constructor.Parameters.First(p => p.Name == label.Name.Identifier.ValueText)
                : constructor.Parameters[Math.Min(i, constructor.Parameters.Length - 1)];
            if (parameter.IsParams)
            {
                BlockExpression[] values = positional.Skip(i).Select(a => expressions.Parse(a.Expression)).ToArray();
                bound.Add(new BlockArgument(parameter.Name, false, TypeOf(parameter.Type, positional[i]), values));
                break;
            }

            bound.Add(Argument(parameter.Name, parameter.Type, false, positional[i], positional[i].Expression));
        }

        foreach (AssignmentExpressionSyntax setting in arguments.Select(a => a.Expression).OfType<AssignmentExpressionSyntax>())
        {
            IPropertySymbol property = Properties(type).FirstOrDefault(p => p.Name == setting.Left.ToString())
                ?? throw Error(setting, $"{LayerDeclaration.Short(LayerAttributes.Kind(type))} has no setting \"{setting.Left}\"");
            bound.Add(Argument(property.Name, property.Type, true, setting, setting.Right));
        }

        return new BlockItem.Written(LayerAttributes.Kind(type), syntax.ToString(), bound.ToEquatableArray());

        BlockArgument Argument(string parameter, ITypeSymbol takes, bool isSetting, SyntaxNode place, ExpressionSyntax value) =>
            new(parameter, isSetting, TypeOf(takes, place), new[] { expressions.Parse(value, takes) });

        BlockType TypeOf(ITypeSymbol takes, SyntaxNode place) => BlockTypes.Of(takes) ?? throw Error(place, $"\"{place}\" sets a {takes}, which a block cannot");

        BlockTextException Error(SyntaxNode node, string message) => new(start + node.SpanStart, message);
    }

    /// <summary>The settable properties of a class and its bases.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? c = type; c is not null && c.SpecialType != SpecialType.System_Object; c = c.BaseType)
        {
            foreach (IPropertySymbol property in c.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public })
                {
                    yield return property;
                }
            }
        }
    }

    private static bool Takes(IMethodSymbol constructor, List<ArgumentSyntax> arguments)
    {
        int unnamed = arguments.TakeWhile(a => a.NameColon is null).Count();
        string[] named = arguments.Skip(unnamed).Select(a => a.NameColon?.Name.Identifier.ValueText ?? "").ToArray();
        bool hasParams = constructor.Parameters.LastOrDefault() is { IsParams: true };
        return (unnamed <= constructor.Parameters.Length || hasParams)
            && named.All(n => constructor.Parameters.Skip(unnamed).Any(p => p.Name == n))
            && constructor.Parameters.Skip(unnamed).All(p => p.IsOptional || p.IsParams || named.Contains(p.Name));
    }

    private INamedTypeSymbol? Find(string name)
    {
        if (!_found.TryGetValue(name, out INamedTypeSymbol? type))
        {
            _found.Add(name, type = Candidates(name).Select(Lookup).FirstOrDefault(t => t is not null && LayerAttributes.IsLayer(t)));
        }

        return type;
    }

    private IEnumerable<string> Candidates(string name)
    {
        for (INamespaceSymbol? scope = block.ContainingNamespace; scope is not null; scope = scope.ContainingNamespace)
        {
            string prefix = scope.IsGlobalNamespace ? "" : scope.ToDisplayString() + ".";
            yield return prefix + name + "Attribute";
            yield return prefix + name;
        }

        yield return "NetGen." + name + "Attribute";
    }

    private INamedTypeSymbol? Lookup(string name) =>
        block.ContainingAssembly.GetTypeByMetadataName(name)
        ?? Sources.Select(a => a.GetTypeByMetadataName(name)).FirstOrDefault(t => t is not null);

    /// <summary>NetGen and what refers to it: no other assembly can hold a layer, and to search them all would take longer than all else.</summary>
    private List<IAssemblySymbol> Sources => _sources ??= block.ContainingModule.ReferencedAssemblySymbols
        .Where(a => a.Name == LayerAttributes.Root || a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == LayerAttributes.Root)))
        .ToList();
}
