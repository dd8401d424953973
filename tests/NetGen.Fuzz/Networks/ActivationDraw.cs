using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Draws activations, and softmax beside them.</summary>
internal static class ActivationDraw
{
    public static LayerStep Draw(Dice dice, string kind)
    {
        float a = dice.OneOf(0.01f, 0.25f, 0.5f, 1.5f);
        float b = dice.OneOf(0.5f, 2f / 3);
        (string arguments, Func<PlainLayer> make) = kind switch
        {
            "LeakyReLU" => (LayerDraw.Text(a), () => Of(v => v > 0 ? v : a * v, v => v > 0 ? 1 : a)),
            "ELU" => (LayerDraw.Text(a), () => Of(v => v > 0 ? v : a * (Math.Exp(v) - 1), v => v > 0 ? 1 : a * Math.Exp(v))),
            "Tanh" when dice.Chance(40) => ($"Scale = {LayerDraw.Text(a)}, Slope = {LayerDraw.Text(b)}", () => PlainActivation.Tanh(a, b)),
            _ => ("", Plain(kind)),
        };
        return new LayerStep(kind, arguments, _ => make());
    }

    public static LayerStep ReLU() => new("ReLU", "", _ => Plain("ReLU")());

    private static Func<PlainLayer> Plain(string kind) => kind switch
    {
        "ReLU" => () => Of(v => Math.Max(v, 0), v => v > 0 ? 1 : 0),
        "ReLU6" => () => Of(v => Math.Clamp(v, 0, 6), v => v > 0 && v < 6 ? 1 : 0),
        "PReLU" => () => new PlainPReLU(),
        "GELU" => () => Of(v => v * Normal(v), v => Normal(v) + (v * Math.Exp(-v * v / 2) / Math.Sqrt(2 * Math.PI))),
        "SiLU" => () => Of(v => v * Gate(v), v => Gate(v) * (1 + (v * (1 - Gate(v))))),
        "Sigmoid" => PlainActivation.Sigmoid,
        "Tanh" => PlainActivation.Tanh,
        "HardSwish" => () => Of(v => v * Math.Clamp(v + 3, 0, 6) / 6, v => v < -3 ? 0 : v > 3 ? 1 : (v / 3) + 0.5),
        "Softplus" => () => Of(v => v > 20 ? v : Math.Log(1 + Math.Exp(v)), Gate),
        "Softmax" => () => new PlainSoftmax(),
        "LogSoftmax" => () => new PlainLogSoftmax(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no activation"),
    };

    private static PlainActivation Of(Func<double, double> value, Func<double, double> slope) => new(value, slope);

    private static double Gate(double v) => 1 / (1 + Math.Exp(-v));

    /// <summary>The normal distribution, by a series of positive terms.</summary>
    private static double Normal(double v)
    {
        if (Math.Abs(v) > 8)
        {
            return v > 0 ? 1 : 0;
        }

        double term = v;
        double sum = v;
        for (int n = 1; n < 200; n++)
        {
            term *= v * v / ((2 * n) + 1);
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-v * v / 2) / Math.Sqrt(2 * Math.PI));
    }
}
