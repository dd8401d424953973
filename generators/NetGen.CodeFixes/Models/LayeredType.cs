using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes.Text;
using NetGen.Generators;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes.Models;

/// <summary>
/// A class with the text it stands in and what the compiler's own rooms say of it. A fix is tried on it before it is offered: so what is offered mends
/// the fault, whatever the layers around it are.
/// </summary>
internal sealed class LayeredType
{
    private readonly CSharpCompilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly Lazy<ModelDeclaration?> _model;
    private readonly Lazy<IReadOnlyList<Problem>> _problems;

    private LayeredType(CSharpCompilation compilation, TypeDeclarationSyntax declaration, INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        Declaration = declaration;
        Symbol = symbol;
        Data = LayerAttributes.Of(symbol);
        Layers = [.. Data.Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation)).OfType<AttributeSyntax>()];
        Text = declaration.SyntaxTree.GetText(cancellation);
        _model = new Lazy<ModelDeclaration?>(() => IsInOnePlace ? ModelParser.Parse(symbol, compilation, cancellation) : null);
        _problems = new Lazy<IReadOnlyList<Problem>>(() => Model is { } model ? Compiler.Check(model) : []);
    }

    public TypeDeclarationSyntax Declaration { get; }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>What the compiler knows of the layer attributes, in order.</summary>
    public ImmutableArray<AttributeData> Data { get; }

    /// <summary>The layer attributes as written, in the same order.</summary>
    public ImmutableArray<AttributeSyntax> Layers { get; }

    /// <summary>The whole file.</summary>
    public SourceText Text { get; }

    /// <summary>The model that the class declares; null where it is none, or a block.</summary>
    public ModelDeclaration? Model => _model.Value;

    /// <summary>All that is wrong with the model's layers.</summary>
    public IReadOnlyList<Problem> Problems => _problems.Value;

    private bool IsInOnePlace => Layers.Length == Data.Length && Layers.All(l => l.SyntaxTree == Declaration.SyntaxTree);

    public static LayeredType? Of(CSharpCompilation compilation, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol symbol
            ? new LayeredType(compilation, declaration, symbol, cancellation)
            : null;

    /// <summary>The attribute's place among the layers; -1 where it is none.</summary>
    public int IndexOf(AttributeSyntax attribute) => Layers.IndexOf(attribute);

    /// <summary>The layer as the compiler read it; null where it could not.</summary>
    public LayerDeclaration? Read(AttributeSyntax attribute)
    {
        int index = IndexOf(attribute);
        return index < 0 ? null : LayerParser.Parse(Data[index], index, _cancellation);
    }

    /// <summary>The class after changes of its file.</summary>
    public LayeredType? After(IReadOnlyCollection<TextChange> changes)
    {
        SyntaxTree tree = Declaration.SyntaxTree.WithChangedText(Text.WithChanges(changes));
        CSharpCompilation changed = _compilation.ReplaceSyntaxTree(Declaration.SyntaxTree, tree);
        int place = changes.Move(Declaration.Identifier.SpanStart);
        return tree.GetRoot(_cancellation).FindToken(place).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? Of(changed, declaration, _cancellation)
            : null;
    }

    /// <summary>Whether changes take a problem from the layers up to an attribute without a new error there. What comes behind may only show now.</summary>
    public bool IsMended(string id, AttributeSyntax attribute, IReadOnlyCollection<TextChange> changes)
    {
        int place = changes.Move(attribute.SpanStart);
        return After(changes) is { Model: not null } after
            && after.Count(id, after.Layers.Count(l => l.SpanStart <= place) - 1) < Count(id, IndexOf(attribute));
    }

    /// <summary>Whether changes leave fewer problems of a kind, wherever they are.</summary>
    public bool IsLessened(string id, IReadOnlyCollection<TextChange> changes) =>
        After(changes) is { Model: not null } after && after.Problems.Count(p => p.Id == id) < Problems.Count(p => p.Id == id);

    private int Count(string id, int last) => Problems.Count(p => p.Layer >= 0 && p.Layer <= last && (p.Id == id || Rules.IsError(p.Id)));
}
