using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Runtime;

/// <content>The hyperbolic tangent.</content>
public static partial class VectorMath
{
    /// <summary>From here on tanh is 1 to the last bit.</summary>
    private const float MostTanh = 9f;

    // tanh x = x · P(x²) / Q(x²) for |x| ≤ 9 with P(0) = Q(0) = 1: the rational function of these degrees with the least relative error, 2.1e-8,
    // found by least squares whose weights follow the error (Lawson 1961). Coefficients are positive, so that no sum loses bits.
    private const float TanhP1 = 0.133810312f;
    private const float TanhP2 = 0.00349559402f;
    private const float TanhP3 = 2.06091754e-05f;
    private const float TanhP4 = 1.33547768e-08f;
    private const float TanhQ1 = 0.467143476f;
    private const float TanhQ2 = 0.0258770064f;
    private const float TanhQ3 = 0.000328564434f;
    private const float TanhQ4 = 7.7766083e-07f;

    /// <summary>The hyperbolic tangent: within 7 units in the last place, never beyond ±1; not a number stays so.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.MinNative(Vector512.Create(MostTanh), Vector512.MaxNative(Vector512.Create(-MostTanh), x));
        Vector512<float> z = x * x;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(TanhP4), z, Vector512.Create(TanhP3));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(TanhQ4), z, Vector512.Create(TanhQ3));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(TanhP2));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(TanhQ2));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512.Create(TanhP1));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(TanhQ1));
        p = Vector512.MultiplyAddEstimate(p, z, Vector512<float>.One);
        q = Vector512.MultiplyAddEstimate(q, z, Vector512<float>.One);
        x *= p;
        if (Avx512F.IsSupported)
        {
            // A division takes as long as all the rest: 14 bits of the reciprocal, and Newton's step to all of them.
            Vector512<float> r = Avx512F.Reciprocal14(q);
            x *= Vector512.MultiplyAddEstimate(Vector512.MultiplyAddEstimate(-q, r, Vector512<float>.One), r, r);
        }
        else
        {
            x /= q;
        }

        Vector512<float> value = x;
        return Vector512.MinNative(Vector512<float>.One, Vector512.MaxNative(-Vector512<float>.One, value));
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.MinNative(Vector256.Create(MostTanh), Vector256.MaxNative(Vector256.Create(-MostTanh), x));
        Vector256<float> z = x * x;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(TanhP4), z, Vector256.Create(TanhP3));
        Vector256<float> q = Vector256.MultiplyAddEstimate(Vector256.Create(TanhQ4), z, Vector256.Create(TanhQ3));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhP2));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(TanhQ2));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256.Create(TanhP1));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(TanhQ1));
        p = Vector256.MultiplyAddEstimate(p, z, Vector256<float>.One);
        q = Vector256.MultiplyAddEstimate(q, z, Vector256<float>.One);
        Vector256<float> value = x * p / q;
        return Vector256.MinNative(Vector256<float>.One, Vector256.MaxNative(-Vector256<float>.One, value));
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        x = Vector128.MinNative(Vector128.Create(MostTanh), Vector128.MaxNative(Vector128.Create(-MostTanh), x));
        Vector128<float> z = x * x;
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(TanhP4), z, Vector128.Create(TanhP3));
        Vector128<float> q = Vector128.MultiplyAddEstimate(Vector128.Create(TanhQ4), z, Vector128.Create(TanhQ3));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(TanhP2));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(TanhQ2));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128.Create(TanhP1));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(TanhQ1));
        p = Vector128.MultiplyAddEstimate(p, z, Vector128<float>.One);
        q = Vector128.MultiplyAddEstimate(q, z, Vector128<float>.One);
        Vector128<float> value = x * p / q;
        return Vector128.MinNative(Vector128<float>.One, Vector128.MaxNative(-Vector128<float>.One, value));
    }
}
