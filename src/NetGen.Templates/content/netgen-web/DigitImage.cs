namespace NetGenApp._1;

/// <summary>What /predict takes: <c>{"pixels": […]}</c>.</summary>
/// <param name="Pixels">28 × 28 values from 0 for black to 1 for white, row by row.</param>
public sealed record DigitImage(float[] Pixels)
{
    /// <summary>What is wrong with it, or nothing.</summary>
    internal string? Problem
    {
        get
        {
            if (Pixels?.Length != DigitNet.InputSize)
            {
                return $"pixels: expected {DigitNet.InputSize} values, row by row, actual {Pixels?.Length ?? 0}";
            }

            int wrong = Array.FindIndex(Pixels, pixel => !(pixel >= 0 && pixel <= 1)); // so that what is no number is wrong as well
            return wrong < 0 ? null : FormattableString.Invariant($"pixels[{wrong}]: expected a value from 0 to 1, actual {Pixels[wrong]}");
        }
    }

    /// <summary>Draws a digit.</summary>
    internal static DigitImage Draw(int digit)
    {
        byte[] pixels = new byte[DigitNet.InputSize];
        DrawnDigits.Draw(digit, Random.Shared, pixels);
        return new DigitImage(Array.ConvertAll(pixels, pixel => pixel / 255f));
    }
}
