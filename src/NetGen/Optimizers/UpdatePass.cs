using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Runs an <see cref="IUpdateRule"/> over all values: one pass over memory.</summary>
internal static class UpdatePass
{
    /// <summary>Changes all values and states.</summary>
    /// <param name="rule">The formula.</param>
    /// <param name="values">The trainable values.</param>
    /// <param name="gradients">As many gradients.</param>
    /// <param name="first">As many floats of state, where the rule has one.</param>
    /// <param name="second">The same for a second.</param>
    /// <param name="third">The same for a third.</param>
    public static void Run<TRule>(TRule rule, Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
        where TRule : struct, IUpdateRule
    {
        int width = Vector<float>.Count;
        int whole = values.Length - (values.Length % width);
        Whole(rule, values[..whole], gradients, first, second, third);
        int rest = values.Length - whole;
        if (rest == 0)
        {
            return;
        }

        // The rest goes through the same formula, by way of vectors filled up with zeros.
        Vector<float> value = Load(values, whole, rest);
        Vector<float> gradient = Load(gradients, whole, rest);
        Vector<float> a = TRule.States > 0 ? Load(first, whole, rest) : default;
        Vector<float> b = TRule.States > 1 ? Load(second, whole, rest) : default;
        Vector<float> c = TRule.States > 2 ? Load(third, whole, rest) : default;
        rule.Apply(ref value, gradient, ref a, ref b, ref c);
        Store(value, values, whole, rest);
        if (TRule.States > 0)
        {
            Store(a, first, whole, rest);
        }

        if (TRule.States > 1)
        {
            Store(b, second, whole, rest);
        }

        if (TRule.States > 2)
        {
            Store(c, third, whole, rest);
        }
    }

    /// <summary>All whole vectors; optimised from the first call, as a training takes few but long ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Whole<TRule>(TRule rule, Span<float> values, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second, Span<float> third)
        where TRule : struct, IUpdateRule
    {
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        Span<Vector<float>> v = MemoryMarshal.Cast<float, Vector<float>>(values);
        Span<Vector<float>> a = MemoryMarshal.Cast<float, Vector<float>>(first);
        Span<Vector<float>> b = MemoryMarshal.Cast<float, Vector<float>>(second);
        Span<Vector<float>> c = MemoryMarshal.Cast<float, Vector<float>>(third);
        for (int i = 0; i < v.Length; i++)
        {
            Vector<float> value = v[i];
            Vector<float> one = TRule.States > 0 ? a[i] : default;
            Vector<float> two = TRule.States > 1 ? b[i] : default;
            Vector<float> three = TRule.States > 2 ? c[i] : default;
            rule.Apply(ref value, g[i], ref one, ref two, ref three);
            v[i] = value;
            if (TRule.States > 0)
            {
                a[i] = one;
            }

            if (TRule.States > 1)
            {
                b[i] = two;
            }

            if (TRule.States > 2)
            {
                c[i] = three;
            }
        }
    }

    private static Vector<float> Load(ReadOnlySpan<float> from, int start, int count)
    {
        Vector<float> vector = default;
        from.Slice(start, count).CopyTo(Shards(ref vector));
        return vector;
    }

    private static void Store(Vector<float> vector, Span<float> to, int start, int count) =>
        Shards(ref vector)[..count].CopyTo(to.Slice(start, count));

    private static Span<float> Shards(ref Vector<float> vector) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<Vector<float>, float>(ref vector), Vector<float>.Count);
}
