using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.CodeFixes.Tests.Support;

/// <summary>The assemblies that a package has in <c>analyzers/dotnet/cs</c>, as references of a project.</summary>
internal static class BuiltAssemblies
{
    /// <summary>The generator and analyzer, and the fixes.</summary>
    public static ImmutableArray<string> Paths { get; } = [typeof(NetGen.Generators.NetGenGenerator).Assembly.Location, typeof(LayerCodeFix).Assembly.Location];

    public static AnalyzerReference[] References => [.. Paths.Select(p => new AnalyzerFileReference(p, new Loader()))];

    /// <summary>Gives the assemblies that the tests themselves have loaded.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
