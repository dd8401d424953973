using Microsoft.CodeAnalysis;
using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>The user's members that stand where the generated part of a model has its own.</summary>
internal static class TakenMembers
{
    /// <summary>What the generated part adds to the class besides its constructor. Everything else it needs stands outside the user's class.</summary>
    public static readonly string[] Generated = ["Info", "InputSize", "OutputSize", "ParameterCount", "FromFile"];

    /// <summary>What makes the models of further sizes, where the network is compiled for several. Each has a class besides.</summary>
    private const string Maker = "CreateForSize";

    /// <summary>Whether the generated part of a class adds something of that name.</summary>
    public static bool IsTaken(INamedTypeSymbol type, string name) =>
        Generated.Contains(name, StringComparer.Ordinal)
        || (name == Maker && InputSizes.Classes(type).Any())
        || (name.StartsWith(ImageSize.Class, StringComparison.Ordinal) && InputSizes.Classes(type).Contains(name, StringComparer.Ordinal));

    /// <summary>The members in the way, in source order. What the generator itself wrote, as an analyzer sees it, is in nobody's way.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type) =>
        type.GetMembers().Where(m => (IsTaken(type, m.Name) || TakesSeed(m)) && !IsGenerated(m));

    /// <summary>What a problem calls the generated member that another one is in the way of.</summary>
    public static string Title(ISymbol member) => TakesSeed(member) ? $"the constructor {member.ContainingType.Name}(ulong seed)" : $"the member {member.Name}";

    /// <summary>A constructor of one <see cref="ulong"/>, by value or by reference: two that differ in <see langword="ref"/> alone confuse callers.</summary>
    private static bool TakesSeed(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false, Parameters: { Length: 1 } parameters }
        && parameters[0].Type.SpecialType == SpecialType.System_UInt64;

    /// <summary>The generator's full name, which stands in the paths of what it adds.</summary>
    private const string Generator = "NetGen.Generators.NetGenGenerator";

    /// <summary>Whether a file lies where the compiler puts what the generator writes: in a folder of the generator's full name.</summary>
    private static bool IsOurs(string path) => path.Split('/', '\\').Contains(Generator, StringComparer.Ordinal);

    private static bool IsGenerated(ISymbol member) =>
        member.IsImplicitlyDeclared || member.DeclaringSyntaxReferences.All(r => IsOurs(r.SyntaxTree.FilePath));
}
