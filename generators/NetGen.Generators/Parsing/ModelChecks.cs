using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>Finds what keeps the generator from adding its part to a class, whatever the layers are.</summary>
internal static class ModelChecks
{
    public static void Check(
        INamedTypeSymbol type,
        ImmutableArray<AttributeData> layers,
        CSharpCompilation compilation,
        List<Problem> problems,
        CancellationToken cancellation)
    {
        if (Unfit(type, cancellation) is { } reason)
        {
            Report(Rules.UnfitModel, type.Name, reason);
        }

        if (!IsPartial(type, cancellation))
        {
            Report(Rules.ModelNotPartial, type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (UnfitAround(outer) is { } outerReason)
            {
                Report(Rules.UnfitContainingType, outer.Name, type.Name, outerReason);
            }
            else if (!IsPartial(outer, cancellation))
            {
                Report(Rules.ContainingTypeNotPartial, outer.Name, type.Name);
            }
        }

        // An unknown base class is C#'s own error. A record's base is no matter any more.
        if (type is { IsRecord: false, TypeKind: TypeKind.Class, BaseType: { TypeKind: not TypeKind.Error } baseType } && !IsModelBase(baseType))
        {
            Report(Rules.BaseClassInTheWay, type.Name, baseType.ToDisplayString());
        }

        if (SecondPlace(layers, cancellation) is { } spread)
        {
            problems.Add(new Problem(Rules.LayersSpread.Id, spread, new[] { type.Name }));
        }

        if (layers[0].ApplicationSyntaxReference?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 } options)
        {
            Report(Rules.LanguageTooOld, type.Name, options.LanguageVersion.ToDisplayString());
        }

        if (!compilation.Options.AllowUnsafe)
        {
            Report(Rules.UnsafeNotAllowed, type.Name);
        }

        if (TakenMembers.IsTaken(type, type.Name))
        {
            // A class and a member of it cannot have one name.
            Report(Rules.MemberTaken, "The class", type.Name, $"the member {type.Name}", type.Name);
        }

        int member = 0;
        foreach (ISymbol taken in TakenMembers.Of(type))
        {
            string kind = taken is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "A constructor of one ulong" : "A member";
            problems.Add(new Problem(Rules.MemberTaken.Id, -1, new[] { kind, taken.Name, TakenMembers.Title(taken), type.Name }) { Member = member++ });
        }

        void Report(DiagnosticDescriptor rule, params string[] arguments) => problems.Add(new Problem(rule.Id, -1, arguments));
    }

    private static string? Unfit(INamedTypeSymbol type, CancellationToken cancellation) => type switch
    {
        { TypeKind: TypeKind.Interface } => "is an interface",
        { TypeKind: TypeKind.Struct } => "is a struct",
        { IsRecord: true } => "is a record",
        { IsStatic: true } => "is static",
        { IsAbstract: true } => "is abstract",
        { TypeParameters.Length: > 0 } => "is generic",
        { IsFileLocal: true } => "is local to its file",
        _ when Parts(type, cancellation).Any(p => p.ParameterList is not null) => "has a primary constructor",
        _ => null,
    };

    private static string? UnfitAround(INamedTypeSymbol type) => type switch
    {
        { TypeParameters.Length: > 0 } => "is generic",
        { IsFileLocal: true } => "is local to its file",
        _ => null,
    };

    private static bool IsModelBase(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || (type is { Name: "Model", ContainingType: null } && LayerAttributes.IsRoot(type.ContainingNamespace))

        // What the generator itself gives a model in error, as the analyzer sees the class with its generated part.
        || (type is { Name: "UnavailableModel", ContainingNamespace.Name: "Runtime" } && LayerAttributes.IsRoot(type.ContainingNamespace.ContainingNamespace));

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Parts(type, cancellation).Any(p => p.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>();

    /// <summary>The first layer that is not on the same part of the class as those before it.</summary>
    private static int? SecondPlace(ImmutableArray<AttributeData> layers, CancellationToken cancellation)
    {
        SyntaxNode? first = Part(layers[0]);
        for (int i = 1; i < layers.Length; i++)
        {
            if (Part(layers[i]) != first)
            {
                return i;
            }
        }

        return null;

        SyntaxNode? Part(AttributeData layer) => layer.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent;
    }
}
