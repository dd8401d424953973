using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <content>
/// The exact GELU, x · Φ(x), where Φ is the cumulative normal distribution, (1 + erf(x / √2)) / 2.
/// <para>
/// For |x| &lt; 1, Φ(x) = ½ + x · P(x²). Further out it comes from the tail Q(t) = 1 − Φ(t), t = |x|, so that negative values keep
/// their relative accuracy: (1 + 2t) · exp(t²/2) · Q(t) is a polynomial in z = (t − 4) / (t + 4), the form of M. M. Shepherd and
/// J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞", Mathematics of Computation 36 (1981).
/// Both polynomials are Chebyshev fits made for this file with 40 digits: relative errors of 3e-10 for P, and of 3e-9 up to t = 14.5,
/// where Q is below the smallest float. In float arithmetic Φ is within 2e-7 and Q within 4e-7 of their own size.
/// </para>
/// <para>
/// The square in exp(−t²/2) would lose digits of a large t. Its upper twelve bits have an exact square; what the rest adds is small,
/// and its exponential is a few terms of the series (W. J. Cody, "Rational Chebyshev approximations for the error function",
/// Mathematics of Computation 23 (1969), splits it the same way).
/// </para>
/// </content>
public static partial class VectorMath
{
    /// <summary>Beyond this |x| the tail is zero in floats.</summary>
    private const float LastNormal = 20f;

    /// <summary>A float's bits without the lower half of its fraction.</summary>
    private const int UpperHalf = ~0xFFF;

    private const float InverseRootOfTwoPi = 0.3989422804f;

    private const float N0 = -7.66053836e-06f;
    private const float N1 = 0.000113502298f;
    private const float N2 = -0.00118634396f;
    private const float N3 = 0.00997332856f;
    private const float N4 = -0.0664903596f;
    private const float N5 = 0.398942292f;

    private const float Q0 = -0.000154960537f;
    private const float Q1 = -7.51411717e-05f;
    private const float Q2 = 0.0015564264f;
    private const float Q3 = -0.00124992488f;
    private const float Q4 = -0.010509857f;
    private const float Q5 = 0.0443740338f;
    private const float Q6 = -0.0952604637f;
    private const float Q7 = 0.128907174f;
    private const float Q8 = -0.0963799879f;
    private const float Q9 = -0.0230092052f;
    private const float Q10 = 0.849695742f;

    /// <summary>x · Φ(x), with the cumulative normal distribution Φ.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> x) => x * Normal(x, out _);

    /// <inheritdoc cref="Gelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> x) => x * Normal(x, out _);

    /// <inheritdoc cref="Gelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> x) => x * Normal(x, out _);

    /// <summary>The derivative of x · Φ(x): Φ(x) + x · φ(x).</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluSlope(Vector512<float> x)
    {
        Vector512<float> cumulative = Normal(x, out Vector512<float> bell);
        return Vector512.MultiplyAddEstimate(x, bell * InverseRootOfTwoPi, cumulative);
    }

    /// <inheritdoc cref="GeluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluSlope(Vector256<float> x)
    {
        Vector256<float> cumulative = Normal(x, out Vector256<float> bell);
        return Vector256.MultiplyAddEstimate(x, bell * InverseRootOfTwoPi, cumulative);
    }

    /// <inheritdoc cref="GeluSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GeluSlope(Vector128<float> x)
    {
        Vector128<float> cumulative = Normal(x, out Vector128<float> bell);
        return Vector128.MultiplyAddEstimate(x, bell * InverseRootOfTwoPi, cumulative);
    }

    /// <summary>The cumulative normal distribution, and exp(−x²/2) on the way.</summary>
    /// <param name="x">Where.</param>
    /// <param name="bell">Receives exp(−x²/2).</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Normal(Vector512<float> x, out Vector512<float> bell)
    {
        Vector512<float> size = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(LastNormal));

        // exp(−x²/2), in two factors.
        Vector512<float> high = (size.AsInt32() & Vector512.Create(UpperHalf)).AsSingle();
        Vector512<float> rest = (size - high) * ((size + high) * 0.5f);
        Vector512<float> series = Vector512.MultiplyAddEstimate(rest, Vector512.Create(-1f / 6f), Vector512.Create(0.5f));
        series = Vector512<float>.One - (rest * (Vector512<float>.One - (rest * series)));
        bell = Exp(high * high * -0.5f) * series;

        // The tail.
        Vector512<float> z = (size - Vector512.Create(4f)) / (size + Vector512.Create(4f));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(Q0), z, Vector512.Create(Q1));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q2));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q3));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q4));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q5));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q6));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q7));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q8));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q9));
        q = Vector512.MultiplyAddEstimate(q, z, Vector512.Create(Q10));
        Vector512<float> tail = q * bell / (size + size + Vector512<float>.One);
        Vector512<float> large = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), tail, Vector512<float>.One - tail);

        // The middle.
        Vector512<float> square = size * size;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(N0), square, Vector512.Create(N1));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(N2));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(N3));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(N4));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(N5));
        Vector512<float> small = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(0.5f));
        return Vector512.ConditionalSelect(Vector512.LessThan(size, Vector512<float>.One), small, large);
    }

    /// <inheritdoc cref="Normal(Vector512{float}, out Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Normal(Vector256<float> x, out Vector256<float> bell)
    {
        Vector256<float> size = Vector256.MinNative(Vector256.Abs(x), Vector256.Create(LastNormal));

        // exp(−x²/2), in two factors.
        Vector256<float> high = (size.AsInt32() & Vector256.Create(UpperHalf)).AsSingle();
        Vector256<float> rest = (size - high) * ((size + high) * 0.5f);
        Vector256<float> series = Vector256.MultiplyAddEstimate(rest, Vector256.Create(-1f / 6f), Vector256.Create(0.5f));
        series = Vector256<float>.One - (rest * (Vector256<float>.One - (rest * series)));
        bell = Exp(high * high * -0.5f) * series;

        // The tail.
        Vector256<float> z = (size - Vector256.Create(4f)) / (size + Vector256.Create(4f));
        Vector256<float> q = Vector256.MultiplyAddEstimate(Vector256.Create(Q0), z, Vector256.Create(Q1));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q2));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q3));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q4));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q5));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q6));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q7));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q8));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q9));
        q = Vector256.MultiplyAddEstimate(q, z, Vector256.Create(Q10));
        Vector256<float> tail = q * bell / (size + size + Vector256<float>.One);
        Vector256<float> large = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), tail, Vector256<float>.One - tail);

        // The middle.
        Vector256<float> square = size * size;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(N0), square, Vector256.Create(N1));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(N2));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(N3));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(N4));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(N5));
        Vector256<float> small = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(0.5f));
        return Vector256.ConditionalSelect(Vector256.LessThan(size, Vector256<float>.One), small, large);
    }

    /// <inheritdoc cref="Normal(Vector512{float}, out Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Normal(Vector128<float> x, out Vector128<float> bell)
    {
        Vector128<float> size = Vector128.MinNative(Vector128.Abs(x), Vector128.Create(LastNormal));

        // exp(−x²/2), in two factors.
        Vector128<float> high = (size.AsInt32() & Vector128.Create(UpperHalf)).AsSingle();
        Vector128<float> rest = (size - high) * ((size + high) * 0.5f);
        Vector128<float> series = Vector128.MultiplyAddEstimate(rest, Vector128.Create(-1f / 6f), Vector128.Create(0.5f));
        series = Vector128<float>.One - (rest * (Vector128<float>.One - (rest * series)));
        bell = Exp(high * high * -0.5f) * series;

        // The tail.
        Vector128<float> z = (size - Vector128.Create(4f)) / (size + Vector128.Create(4f));
        Vector128<float> q = Vector128.MultiplyAddEstimate(Vector128.Create(Q0), z, Vector128.Create(Q1));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q2));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q3));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q4));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q5));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q6));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q7));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q8));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q9));
        q = Vector128.MultiplyAddEstimate(q, z, Vector128.Create(Q10));
        Vector128<float> tail = q * bell / (size + size + Vector128<float>.One);
        Vector128<float> large = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128<float>.Zero), tail, Vector128<float>.One - tail);

        // The middle.
        Vector128<float> square = size * size;
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(N0), square, Vector128.Create(N1));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(N2));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(N3));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(N4));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(N5));
        Vector128<float> small = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(0.5f));
        return Vector128.ConditionalSelect(Vector128.LessThan(size, Vector128<float>.One), small, large);
    }
}
