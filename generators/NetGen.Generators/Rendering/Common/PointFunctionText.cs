using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>The methods of the run-time library's <c>VectorMath</c> for functions of each element and their derivatives, with what they compute.</summary>
internal static class PointFunctionText
{
    /// <summary>The function's method and formula.</summary>
    public static (string Method, string Formula) Value(this PointFunction function) => function switch
    {
        PointFunction.Sigmoid => ("Sigmoid", "1 / (1 + exp(−x))"),
        PointFunction.Tanh => ("Tanh", "tanh(x)"),
        PointFunction.GELU => ("Gelu", "x · Φ(x), with the cumulative normal distribution Φ"),
        PointFunction.SiLU => ("SiLU", "x · sigmoid(x)"),
        PointFunction.HardSwish => ("HardSwish", "x · min(max(x + 3, 0), 6) / 6"),
        PointFunction.Softplus => ("Softplus", "log(1 + exp(x))"),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "a function that is not written yet"),
    };

    /// <summary>The derivative's method and formula, of those that have their gradient from the input.</summary>
    public static (string Method, string Formula) Slope(this PointFunction function) => function switch
    {
        PointFunction.GELU => ("GeluSlope", "Φ(x) + x · φ(x)"),
        PointFunction.SiLU => ("SiLUSlope", "s · (1 + x · (1 − s)), with s = sigmoid(x)"),
        PointFunction.HardSwish => ("HardSwishSlope", "(0 below −3, 1 above 3, x / 3 + ½ between)"),
        PointFunction.Softplus => ("Sigmoid", "sigmoid(x)"),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "a function whose gradient is from its output"),
    };
}
