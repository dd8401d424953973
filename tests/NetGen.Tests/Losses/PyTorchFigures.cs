namespace NetGen.Tests.Losses;

/// <summary>
/// What PyTorch 1.13 has, in doubles, for a loss over a batch of two maps. With i the number of a value from 0, x = ((3·i² + 37·i + 5) mod 61) / 32 − 1, and what it is compared with, y, the same
/// with 11 and 3 in place of 37 and 5; y's first image alone makes the Gram matrix.
/// <code>
/// def gram(x): f = x.flatten(2); return f @ f.transpose(1, 2) / (c * h * w)
/// gram:    3 * ((gram(x) - gram(y[:1])[0]) ** 2).sum() / 2
/// feature: 0.5 * mse_loss(x, y)
/// dx, dy = pad(x[..., 1:] - x[..., :-1], (0, 1)), pad(x[..., 1:, :] - x[..., :-1, :], (0, 0, 0, 1)); s = dx ** 2 + dy ** 2
/// total variation: 2 * (where(s == 0, 1, s) ** (exponent / 2) * (s != 0)).sum() / x.numel()
/// </code>
/// </summary>
/// <param name="Value">The loss.</param>
/// <param name="Places">The gradient at 0, 1, a third, a half and the last of its values.</param>
/// <param name="Weighed">The sum of the gradient's values times −3, −2, …, 3, −3, ….</param>
/// <param name="Squares">The sum of their squares.</param>
public sealed record PyTorchFigures(double Value, double[] Places, double Weighed, double Squares)
{
    /// <summary>The values of maps.</summary>
    public static float[] Values(int count, int linear, int constant) => [.. Enumerable.Range(0, count).Select(i => ((((3L * i * i) + ((long)linear * i) + constant) % 61) / 32f) - 1)];
}
