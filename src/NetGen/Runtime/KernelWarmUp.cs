using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Has a prediction's code compiled on a thread of its own while a model's weights are read: the methods that <see cref="ModelCode.PredictChunk"/> calls, from one
/// to the next as their IL names them. What is not compiled by then is compiled when it is called, as ever, so nothing depends on this.
/// </summary>
internal static class KernelWarmUp
{
    private const string Generated = "NetGen.Generated";

    private static readonly string[] s_forms = ["Avx512", "Avx2", "Portable"];

    private static readonly ConditionalWeakTable<Type, object> s_seen = [];

    /// <summary>Starts, once for each kind of model, where a compiler is there and another processor.</summary>
    public static void Start(ModelCode code)
    {
        Type type = code.GetType();
        if (!RuntimeFeature.IsDynamicCodeCompiled || Environment.ProcessorCount == 1 || !s_seen.TryAdd(type, s_seen))
        {
            return;
        }

        try
        {
            new Thread(() => Run(type)) { IsBackground = true, Name = "NetGen compilation" }.Start();
        }
        catch (OutOfMemoryException)
        {
            // There are no more threads to have; the prediction compiles what it needs.
        }
    }

    /// <summary>Compiles what a kind of model's predictions call, each method once.</summary>
    /// <returns>The methods.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A body that is there names methods that are there; one that is not is not compiled ahead.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The method is called, so it is there.")]
    internal static IReadOnlyCollection<MethodBase> Prepare(Type type)
    {
        HashSet<MethodBase> seen = [];
        Stack<MethodBase> open = new();
        Add(type.GetMethod(nameof(ModelCode.PredictChunk)));
        while (open.TryPop(out MethodBase? method))
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            if (method.GetMethodBody()?.GetILAsByteArray() is { } body)
            {
                // From the last to the first, so that the first is on top.
                List<int> calls = ILCalls.Of(body);
                for (int i = calls.Count - 1; i >= 0; i--)
                {
                    Add(method.Module.ResolveMethod(calls[i]));
                }
            }
        }

        return seen;

        void Add(MethodBase? method)
        {
            if (method?.DeclaringType is { IsGenericType: false } owner && owner.Namespace == Generated && IsOfThisProcessor(method.Name) && IsOfThisProcessor(owner.Name) && seen.Add(method))
            {
                open.Push(method);
            }
        }
    }

    private static void Run(Type type)
    {
        try
        {
            Prepare(type);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or BadImageFormatException or MemberAccessException or TypeLoadException)
        {
            // A runtime that shows no bodies, or a program whose bodies were taken out: the prediction compiles what it needs.
        }
    }

    /// <summary>Whether a method, or a class of methods, is none of the forms for other processors.</summary>
    private static bool IsOfThisProcessor(string name) => Array.IndexOf(s_forms, name) is var form && (form < 0 || form == (ChannelBlocks.UsesAvx512 ? 0 : ChannelBlocks.UsesAvx2 ? 1 : 2));
}
