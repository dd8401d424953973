using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads model classes. No symbol goes further than this room.</summary>
internal static class ModelParser
{
    private static readonly SymbolDisplayFormat s_namespace =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>
    /// All models, each once. Layers are attributes of many classes, the users' own among them, so the search is for any class with
    /// attributes; the semantic model decides.
    /// </summary>
    public static IncrementalValuesProvider<LocatedModel> Models(IncrementalGeneratorInitializationContext context, Surroundings surroundings) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(IsCandidate, new ClassMemory<LocatedModel?>(surroundings, Parse).Read)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

    /// <summary>Whether a node may be a model, by its syntax alone. What is no class is looked at so that it can be refused.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax { AttributeLists.Count: > 0 };

    /// <summary>The model of a candidate; null where it is none, or where another part of the class holds the first layer.</summary>
    public static LocatedModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is INamedTypeSymbol type

        // Its base tells a block; to bind the attributes of all blocks would cost more than the model that uses a few.
        && !LayerAttributes.IsBlock(type)
        && LayerAttributes.Of(type).FirstOrDefault()?.ApplicationSyntaxReference is { } place
        && place.SyntaxTree == context.Node.SyntaxTree
        && context.Node.Span.Contains(place.Span)
        && Parse(type, (CSharpCompilation)context.SemanticModel.Compilation, cancellation) is { } declaration
            ? ModelLocations.Of(type, cancellation).Locate(declaration)
            : null;

    /// <summary>The model that a class declares, or null where it has no layer.</summary>
    public static ModelDeclaration? Parse(INamedTypeSymbol type, CSharpCompilation compilation, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = LayerAttributes.Of(type);
        if (attributes.IsEmpty || LayerAttributes.IsBlock(type))
        {
            return null;
        }

        List<LayerDeclaration> layers = Layers(type, cancellation);
        EquatableArray<BlockDeclaration> blocks = BlockParser.Blocks(attributes.Select(a => a.AttributeClass!), type.ContainingAssembly, cancellation);
        List<Problem> problems = [];
        ModelChecks.Check(type, attributes, compilation, problems, cancellation);
        CheckBlocks(blocks, layers, problems);
        EquatableArray<OpenInput> open = InputSizes.Read(layers, problems);
        return new ModelDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(s_namespace),
            ContainingTypes(type),
            Escaped(type.Name),
            layers.ToEquatableArray(),
            problems.ToEquatableArray())
        {
            Blocks = blocks,
            OpenInputs = open,

            // Layers in several places have no order. What C# refuses is its error; the others are looked at as far as that goes.
            Incomplete = layers.Exists(l => l.Refused) || blocks.Any(b => b.Problems.Count > 0) || problems.Exists(p => p.Id == Rules.LayersSpread.Id),
        };
    }

    /// <summary>The layers in source order, among them attributes that C# knows no class for, which may be layers.</summary>
    private static List<LayerDeclaration> Layers(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<LayerDeclaration> layers = [];
        int index = 0;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            cancellation.ThrowIfCancellationRequested();
            if (LayerAttributes.IsLayer(attribute.AttributeClass))
            {
                layers.Add(LayerParser.Parse(attribute, index, cancellation) ?? LayerParser.Refused(attribute, index, cancellation));
                index++;
            }
            else if (attribute.AttributeClass is null or { TypeKind: TypeKind.Error })
            {
                layers.Add(LayerParser.Refused(attribute, -1, cancellation));
            }
        }

        return layers;
    }

    /// <summary>A block in error is reported where it is declared; one from a package where it is used.</summary>
    private static void CheckBlocks(EquatableArray<BlockDeclaration> blocks, List<LayerDeclaration> layers, List<Problem> problems)
    {
        foreach (BlockDeclaration block in blocks.Where(b => !b.IsSource && b.Problems.Count > 0))
        {
            int use = layers.Find(l => l.Kind == block.Kind)?.Index ?? -1;
            problems.Add(new Problem(Rules.BlockFromPackage.Id, use, new[] { LayerDeclaration.Short(block.Kind), block.Assembly, block.Problems[0].Message }));
        }
    }

    private static EquatableArray<ContainingType> ContainingTypes(INamedTypeSymbol type)
    {
        List<ContainingType> types = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            types.Insert(0, new ContainingType(Keyword(outer), Escaped(outer.Name)));
        }

        return types.ToEquatableArray();
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
