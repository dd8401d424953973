using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Runtime;

/// <content>Activations and what they are made of; those whose gradient is found from the input have a slope beside them.</content>
public static partial class VectorMath
{
    /// <summary>Below this |x|, exp(x) − 1 is a polynomial: about half the logarithm of 2.</summary>
    private const float SmallExponent = 0.3466f;

    // exp(x) = 1 + x + x² · P(x) for |x| up to half the logarithm of 2, after Moshier's Cephes (expf): without the one it is exp(x) − 1.

    /// <summary>exp(x) − 1, accurate near zero as well.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x)
    {
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(E0), x, Vector512.Create(E1));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(E2));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(E3));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(E4));
        p = Vector512.MultiplyAddEstimate(p, x, Vector512.Create(E5));
        Vector512<float> small = Vector512.MultiplyAddEstimate(x * x, p, x);
        Vector512<float> large = Exp(x) - Vector512<float>.One;
        return Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(SmallExponent)), small, large);
    }

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x)
    {
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(E0), x, Vector256.Create(E1));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(E2));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(E3));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(E4));
        p = Vector256.MultiplyAddEstimate(p, x, Vector256.Create(E5));
        Vector256<float> small = Vector256.MultiplyAddEstimate(x * x, p, x);
        Vector256<float> large = Exp(x) - Vector256<float>.One;
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(SmallExponent)), small, large);
    }

    /// <inheritdoc cref="Expm1(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Expm1(Vector128<float> x)
    {
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(E0), x, Vector128.Create(E1));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(E2));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(E3));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(E4));
        p = Vector128.MultiplyAddEstimate(p, x, Vector128.Create(E5));
        Vector128<float> small = Vector128.MultiplyAddEstimate(x * x, p, x);
        Vector128<float> large = Exp(x) - Vector128<float>.One;
        return Vector128.ConditionalSelect(Vector128.LessThan(Vector128.Abs(x), Vector128.Create(SmallExponent)), small, large);
    }

    /// <summary>
    /// log(1 + x), accurate near zero as well: the error of rounding 1 + x is taken out again (Goldberg 1991, "What every computer
    /// scientist should know about floating-point arithmetic", theorem 4).
    /// </summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1p(Vector512<float> x)
    {
        Vector512<float> sum = Vector512<float>.One + x;
        Vector512<float> rounded = sum - Vector512<float>.One;
        Vector512<float> log = x * Vector512.Log(sum) / rounded;
        return Vector512.ConditionalSelect(Vector512.Equals(rounded, Vector512<float>.Zero), x, log);
    }

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x)
    {
        Vector256<float> sum = Vector256<float>.One + x;
        Vector256<float> rounded = sum - Vector256<float>.One;
        Vector256<float> log = x * Vector256.Log(sum) / rounded;
        return Vector256.ConditionalSelect(Vector256.Equals(rounded, Vector256<float>.Zero), x, log);
    }

    /// <inheritdoc cref="Log1p(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log1p(Vector128<float> x)
    {
        Vector128<float> sum = Vector128<float>.One + x;
        Vector128<float> rounded = sum - Vector128<float>.One;
        Vector128<float> log = x * Vector128.Log(sum) / rounded;
        return Vector128.ConditionalSelect(Vector128.Equals(rounded, Vector128<float>.Zero), x, log);
    }

    /// <summary>log(1 + exp(x)), written so that nothing overflows and small values stay accurate.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) =>
        Vector512.MaxNative(x, Vector512<float>.Zero) + Log1p(Exp(-Vector512.Abs(x)));

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x) =>
        Vector256.MaxNative(x, Vector256<float>.Zero) + Log1p(Exp(-Vector256.Abs(x)));

    /// <inheritdoc cref="Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> x) =>
        Vector128.MaxNative(x, Vector128<float>.Zero) + Log1p(Exp(-Vector128.Abs(x)));

    /// <summary>x · sigmoid(x).</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiLU(Vector512<float> x) => x * Sigmoid(x);

    /// <inheritdoc cref="SiLU(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiLU(Vector256<float> x) => x * Sigmoid(x);

    /// <inheritdoc cref="SiLU(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiLU(Vector128<float> x) => x * Sigmoid(x);

    /// <summary>The derivative of x · sigmoid(x).</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiLUSlope(Vector512<float> x)
    {
        Vector512<float> s = Sigmoid(x);
        return s * (Vector512<float>.One + (x * (Vector512<float>.One - s)));
    }

    /// <inheritdoc cref="SiLUSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SiLUSlope(Vector256<float> x)
    {
        Vector256<float> s = Sigmoid(x);
        return s * (Vector256<float>.One + (x * (Vector256<float>.One - s)));
    }

    /// <inheritdoc cref="SiLUSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SiLUSlope(Vector128<float> x)
    {
        Vector128<float> s = Sigmoid(x);
        return s * (Vector128<float>.One + (x * (Vector128<float>.One - s)));
    }

    /// <summary>x · min(max(x + 3, 0), 6) / 6.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> x) =>
        x * Vector512.MinNative(Vector512.MaxNative(x + Vector512.Create(3f), Vector512<float>.Zero), Vector512.Create(6f)) * (1f / 6f);

    /// <inheritdoc cref="HardSwish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwish(Vector256<float> x) =>
        x * Vector256.MinNative(Vector256.MaxNative(x + Vector256.Create(3f), Vector256<float>.Zero), Vector256.Create(6f)) * (1f / 6f);

    /// <inheritdoc cref="HardSwish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwish(Vector128<float> x) =>
        x * Vector128.MinNative(Vector128.MaxNative(x + Vector128.Create(3f), Vector128<float>.Zero), Vector128.Create(6f)) * (1f / 6f);

    /// <summary>The derivative of the hard swish: 0 below −3, 1 above 3, x / 3 + ½ from −3 to 3.</summary>
    /// <param name="x">Where.</param>
    /// <returns>The value of each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishSlope(Vector512<float> x)
    {
        Vector512<float> middle = Vector512.MultiplyAddEstimate(x, Vector512.Create(1f / 3f), Vector512.Create(0.5f));
        Vector512<float> upper = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(3f)), Vector512<float>.One, middle);
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(-3f)), Vector512<float>.Zero, upper);
    }

    /// <inheritdoc cref="HardSwishSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwishSlope(Vector256<float> x)
    {
        Vector256<float> middle = Vector256.MultiplyAddEstimate(x, Vector256.Create(1f / 3f), Vector256.Create(0.5f));
        Vector256<float> upper = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(3f)), Vector256<float>.One, middle);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-3f)), Vector256<float>.Zero, upper);
    }

    /// <inheritdoc cref="HardSwishSlope(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwishSlope(Vector128<float> x)
    {
        Vector128<float> middle = Vector128.MultiplyAddEstimate(x, Vector128.Create(1f / 3f), Vector128.Create(0.5f));
        Vector128<float> upper = Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128.Create(3f)), Vector128<float>.One, middle);
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(-3f)), Vector128<float>.Zero, upper);
    }
}
