using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generators.Common;
using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Rendering;
using NetGen.Golden;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>Models from plans that no declaration leads to.</summary>
internal static class Plans
{
    /// <summary>The class that such a model has.</summary>
    public const string Class = "public sealed partial class Net;";

    /// <summary>A model of the plan: written down, compiled and loaded.</summary>
    public static Model Make(ModelPlan plan, ulong seed = 1)
    {
        Kernel[] kernels = [.. new CompiledModel(plan.Declaration, plan, EquatableArray<Problem>.Empty).Kernels];
        Tile[] tiles = [.. kernels.SelectMany(k => KernelTexts.Of(k).SharedTiles).Distinct()];
        CSharpCompilation compilation = ModelCompiler.Compilation(
        [
            ("Net.cs", Class),
            ("Net.g.cs", ModelEmitter.Emit(plan)),
            .. kernels.Select(k => (KernelEmitter.HintName(k), KernelEmitter.Emit(k))),
            .. tiles.Select(t => (TileEmitter.HintName(t), TileEmitter.Emit(t))),
        ]);
        using MemoryStream stream = new();
        EmitResult result = compilation.Emit(stream);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        Model model = (Model)Activator.CreateInstance(Assembly.Load(stream.ToArray()).GetType("Net").ShouldNotBeNull(), seed)!;
        model.Threads = 1;
        return model;
    }
}
