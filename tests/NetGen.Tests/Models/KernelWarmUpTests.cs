using System.Reflection;
using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>What is compiled while weights are read is what a prediction calls.</summary>
public sealed class KernelWarmUpTests
{
    [Fact]
    public void ItFindsThePredictionsKernelsAndTiles_OfThisProcessorAlone()
    {
        using TeamNet model = new(1);

        string[] found = [.. KernelWarmUp.Prepare(model.Code.GetType()).Select(m => $"{m.DeclaringType!.Name}.{m.Name}")];

        found.ShouldContain(name => name.EndsWith("Code.PredictChunk", StringComparison.Ordinal));
        found.ShouldContain("Prediction.Part0");
        found.ShouldContain(name => name.StartsWith("Kernels.Winograd4x4_p1_", StringComparison.Ordinal));
        found.ShouldContain(name => name.Contains(".Convolution", StringComparison.Ordinal));
        found.ShouldContain(name => name.Contains(".WinogradOutputs4x4", StringComparison.Ordinal));
        found.ShouldNotContain(name => name.Contains("Gradient", StringComparison.Ordinal));
        string[] forms = ["Avx512", "Avx2", "Portable"];
        forms.Count(form => found.Any(name => name.Split('.').Contains(form))).ShouldBe(1);
    }

    [Fact]
    public void ItReadsEveryInstruction()
    {
        // The bodies of a whole assembly, with every kind of operand: whatever is taken for a call is a method's token.
        foreach (MethodBase method in typeof(Model).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)))
        {
            if (method.GetMethodBody()?.GetILAsByteArray() is { } body)
            {
                foreach (int token in ILCalls.Of(body))
                {
                    Should.NotThrow(() => method.Module.ResolveMethod(
                        token,
                        method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                        method.IsGenericMethod ? method.GetGenericArguments() : null));
                }
            }
        }
    }
}
