using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Tells whether what a class may mean has changed outside of its own text: while an editor's user types in a method, or in another model's layers, it
/// has not, and nothing needs to be bound again. So an edit costs the same in a project of two models and of two hundred.
/// </summary>
/// <remarks>
/// Two compilations are the same here if their references and options are, and their files but for the bodies of methods, initializers that are no constants,
/// comments, and the attributes of partial classes of one part and without a base, which nothing else can depend on.
/// </remarks>
internal sealed class Surroundings
{
    private readonly object _lock = new();
    private ImmutableArray<SyntaxTree> _files = ImmutableArray<SyntaxTree>.Empty;
    private ImmutableArray<MetadataReference> _references = ImmutableArray<MetadataReference>.Empty;
    private CompilationOptions? _options;
    private string? _assembly;
    private object _state = new();

    // The state of a compilation that was asked for, so that its other classes need no comparison.
    private readonly ConditionalWeakTable<Compilation, object> _known = new();

    /// <summary>The same object for compilations that are the same but for the insides of classes, as long as they come one after the other.</summary>
    public object StateOf(Compilation compilation)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(compilation, out object state))
            {
                return state;
            }

            if (!IsSame(compilation))
            {
                _state = new object();
            }

            _files = [.. compilation.SyntaxTrees];
            _references = [.. compilation.References];
            _options = compilation.Options;
            _assembly = compilation.AssemblyName;
            _known.Add(compilation, _state);
            return _state;
        }
    }

    private bool IsSame(Compilation compilation)
    {
        if (_options is null || !_options.Equals(compilation.Options) || _assembly != compilation.AssemblyName || !_references.SequenceEqual(compilation.References))
        {
            return false;
        }

        int file = 0;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (file == _files.Length || !IsSame(_files[file++], tree, compilation))
            {
                return false;
            }
        }

        return file == _files.Length;
    }

    private static bool IsSame(SyntaxTree before, SyntaxTree after, Compilation compilation) =>
        ReferenceEquals(before, after)
        || (before.Options.Equals(after.Options)
            && (SyntaxFactory.AreEquivalent(before, after, topLevel: true)
                || (SyntaxFactory.AreEquivalent(WithoutLayers(before), WithoutLayers(after), topLevel: true) && AreWhole(after, compilation))));

    private static SyntaxNode WithoutLayers(SyntaxTree file)
    {
        SyntaxNode root = file.GetRoot();
        return root.RemoveNodes(WithoutBase(root).SelectMany(c => c.AttributeLists), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>Whether none of a file's classes without a base has it in another part: such a class may be a block, whose layers are models' as well.</summary>
    private static bool AreWhole(SyntaxTree file, Compilation compilation)
    {
        SemanticModel model = compilation.GetSemanticModel(file);
        return WithoutBase(file.GetRoot()).All(c => c.AttributeLists.Count == 0 || model.GetDeclaredSymbol(c) is { DeclaringSyntaxReferences.Length: 1 });
    }

    private static IEnumerable<ClassDeclarationSyntax> WithoutBase(SyntaxNode root) => root
        .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<ClassDeclarationSyntax>()
        .Where(c => c.BaseList is null && c.Modifiers.Any(SyntaxKind.PartialKeyword));
}
