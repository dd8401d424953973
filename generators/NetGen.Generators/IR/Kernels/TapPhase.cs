namespace NetGen.Generators.IR;

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
/// <param name="Count">Phases that follow each other and differ by a pixel and a tap alone.</param>
internal readonly record struct TapPhase(int First, int Outputs, int Taps, int LastTap, int TapStep, int Start, int Step, int Count = 1)
{
    public static List<TapPhase> Of(int stride, int pad, int dilation, int kernel, int size)
    {
        // The taps that reach a pixel recur after at most a stride.
        int period = stride / Divisor(stride, dilation);
        int[] firstTaps = new int[Math.Min(stride, size)];
        for (int tap = Math.Min(kernel, period) - 1; tap >= 0; tap--)
        {
            int first = Mod((dilation * tap) - pad, stride);
            if (first < firstTaps.Length)
            {
                firstTaps[first] = tap + 1;
            }
        }

        List<TapPhase> phases = new(firstTaps.Length);
        for (int first = 0; first < firstTaps.Length; first++)
        {
            int outputs = (size - first + stride - 1) / stride;
            int tap = firstTaps[first] - 1;
            if (tap < 0)
            {
                phases.Add(new TapPhase(first, outputs, 0, 0, 1, 0, 1));
                continue;
            }

            int taps = ((kernel - 1 - tap) / period) + 1;
            int last = tap + ((taps - 1) * period);
            int tapStep = taps > 1 ? period : 1;
            int step = taps > 1 ? tapStep * dilation / stride : 1;
            phases.Add(new TapPhase(first, outputs, taps, last, tapStep, (first + pad - (dilation * last)) / stride, step));
        }

        return phases;
    }

    /// <summary>The phases with those that are alike taken together.</summary>
    public static List<TapPhase> Together(List<TapPhase> phases)
    {
        List<TapPhase> together = [];
        foreach (TapPhase phase in phases)
        {
            if (together.Count > 0 && together[together.Count - 1] is var run
                && phase with { First = run.First, LastTap = run.LastTap, Count = run.Count } == run
                && (phase.Taps == 0 || phase.LastTap == run.LastTap + run.Count))
            {
                together[together.Count - 1] = run with { Count = run.Count + 1 };
            }
            else
            {
                together.Add(phase);
            }
        }

        return together;
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

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);

    private static int Mod(int a, int b) => ((a % b) + b) % b;
}
