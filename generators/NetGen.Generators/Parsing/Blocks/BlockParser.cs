using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Reads the classes of blocks. They may be in source or in a package: both give the same record.</summary>
internal static class BlockParser
{
    /// <summary>The blocks that layers use, and those that these use in turn, each once, in the order of their names.</summary>
    public static EquatableArray<BlockDeclaration> Blocks(IEnumerable<INamedTypeSymbol> layers, IAssemblySymbol own, CancellationToken cancellation)
    {
        SortedDictionary<string, BlockDeclaration> blocks = new(StringComparer.Ordinal);
        Stack<INamedTypeSymbol> open = new(layers.Where(LayerAttributes.IsBlock));
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            INamedTypeSymbol type = open.Pop();
            string kind = LayerAttributes.Kind(type);
            if (!blocks.ContainsKey(kind))
            {
                blocks.Add(kind, Parse(type, own, out IEnumerable<INamedTypeSymbol> used, cancellation));
                foreach (INamedTypeSymbol next in used.Where(LayerAttributes.IsBlock))
                {
                    open.Push(next);
                }
            }
        }

        return blocks.Values.ToEquatableArray();
    }

    /// <summary>The block that a class declares.</summary>
    public static BlockDeclaration Parse(INamedTypeSymbol type, IAssemblySymbol own, out IEnumerable<INamedTypeSymbol> used, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = LayerAttributes.Of(type);
        LayerBinder binder = new(type);
        List<BlockProblem> problems = [];
        List<BlockItem> items = [];
        List<BlockParameter> parameters = Parameters(type);
        for (int i = 0; i < attributes.Length; i++)
        {
            if (LayerAttributes.Kind(attributes[i].AttributeClass!) == "Layers")
            {
                Read(attributes[i], i);
            }
            else if (LayerParser.Parse(attributes[i], i, cancellation) is { } layer)
            {
                CheckHolds(layer.Kind, i, problems);
                items.Add(new BlockItem.Fixed(layer));
            }
        }

        if (attributes.IsEmpty && !type.IsAbstract)
        {
            problems.Add(new BlockProblem(-1, -1, "it has none; put them on the class, as on a model"));
        }

        used = [.. attributes.Select(a => a.AttributeClass!), .. binder.Found];
        return new BlockDeclaration(
            LayerAttributes.Kind(type),
            parameters.ToEquatableArray(),
            items.ToEquatableArray(),
            problems.ToEquatableArray(),
            SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, own))
        {
            Assembly = type.ContainingAssembly.Name,
        };

        void Read(AttributeData attribute, int index)
        {
            if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Value is not string text)
            {
                return;
            }

            try
            {
                EquatableArray<BlockItem> written = new LayersText(text, binder, parameters).Read();
                foreach (INamedTypeSymbol layer in binder.Found)
                {
                    CheckHolds(LayerAttributes.Kind(layer), index, problems);
                }

                items.AddRange(written);
            }
            catch (BlockTextException e)
            {
                problems.Add(new BlockProblem(index, e.Start, e.Message));
            }
        }
    }

    /// <summary>A block is a part of a network: what begins and ends one is the model's.</summary>
    private static void CheckHolds(string kind, int layer, List<BlockProblem> problems)
    {
        bool isLoss = LayerReaders.TryGet(kind, out LayerReader op) && op.IsLoss;
        if (isLoss || kind == "Input")
        {
            problems.Add(new BlockProblem(layer, -1, $"[{kind}] belongs to a model"));
        }
    }

    /// <summary>Constructor parameters and settable properties; <c>Name</c> and <c>Repeat</c> are the use's own.</summary>
    private static List<BlockParameter> Parameters(INamedTypeSymbol type)
    {
        List<BlockParameter> parameters = [];
        foreach (IParameterSymbol parameter in type.InstanceConstructors.SelectMany(c => c.Parameters))
        {
            if (BlockTypes.Of(parameter.Type) is { } kind && parameters.All(p => p.Name != parameter.Name))
            {
                parameters.Add(new BlockParameter(parameter.Name, kind, parameter.HasExplicitDefaultValue ? BlockTypes.Value(kind, parameter.ExplicitDefaultValue) : parameter.IsParams ? BlockTypes.Value(kind, null) : null));
            }
        }

        foreach (IPropertySymbol property in LayerBinder.Properties(type))
        {
            if (property.Name is not ("Name" or "Repeat" or "Share" or "Recompute") && BlockTypes.Of(property.Type) is { } kind && parameters.All(p => p.Name != property.Name))
            {
                parameters.Add(new BlockParameter(property.Name, kind, BlockTypes.Value(kind, StartValue(property))));
            }
        }

        return parameters;
    }

    /// <summary>What a property's <c>[DefaultValue]</c> says: a package keeps that, but not what the property is initialised with.</summary>
    public static object? StartValue(IPropertySymbol property) => property.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass is { Name: "DefaultValueAttribute", ContainingNamespace.Name: "ComponentModel" })?
        .ConstructorArguments.LastOrDefault().Value;
}
