namespace NetGen.Generators.Planning;

/// <summary>
/// In one direction, the input pixels <c>First, First + stride, …</c> and the kernel taps that reach them: in the gradient by the input,
/// input pixel <c>i = First + stride · m</c> sums over taps <c>k</c> with <c>(i + pad − dilation · k)</c> divisible by the stride, each
/// from output pixel <c>(i + pad − dilation · k) / stride</c>.
/// </summary>
/// <param name="First">The first input pixel.</param>
/// <param name="Outputs">How many input pixels there are.</param>
/// <param name="Taps">How many taps reach them.</param>
/// <param name="LastTap">The largest such tap: the one with the smallest output pixel, which is read first.</param>
/// <param name="TapStep">From one such tap to the next smaller.</param>
/// <param name="Start">The output pixel that the first input pixel reads first.</param>
/// <param name="Step">Output pixels from one tap to the next.</param>
internal readonly record struct TapPhase(int First, int Outputs, int Taps, int LastTap, int TapStep, int Start, int Step)
{
    public static List<TapPhase> Of(int stride, int pad, int dilation, int kernel, int size)
    {
        List<TapPhase> phases = [];
        for (int first = 0; first < Math.Min(stride, size); first++)
        {
            int[] taps = Enumerable.Range(0, kernel).Where(k => Mod(first + pad - (dilation * k), stride) == 0).ToArray();
            int outputs = (size - first + stride - 1) / stride;
            if (taps.Length == 0)
            {
                phases.Add(new TapPhase(first, outputs, 0, 0, 1, 0, 1));
                continue;
            }

            int last = taps[taps.Length - 1];
            int tapStep = taps.Length > 1 ? taps[1] - taps[0] : 1;
            int step = taps.Length > 1 ? tapStep * dilation / stride : 1;
            phases.Add(new TapPhase(first, outputs, taps.Length, last, tapStep, (first + pad - (dilation * last)) / stride, step));
        }

        return phases;
    }

    /// <summary>How far outside an output of that size the phase reads.</summary>
    public int Reach(int outputSize)
    {
        if (Taps == 0)
        {
            return 0;
        }

        int last = Start + (Outputs - 1) + ((Taps - 1) * Step);
        return Math.Max(0, Math.Max(-Start, last - (outputSize - 1)));
    }

    private static int Mod(int a, int b) => ((a % b) + b) % b;
}
