using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Repeats each channel, for a depthwise convolution with several outputs a channel.</summary>
internal sealed class RepeatChannelsText(RepeatChannelsKernel kernel) : KernelText(kernel)
{
    private readonly RepeatChannelsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private int Times => _kernel.Times;

    public override string Summary => $"Writes each channel {Times} times.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            using (code.Braces($"for (int channel = 0; channel < {X.C}; channel++)"))
            {
                using (code.Braces($"for (int i = 0; i < {Times}; i++)"))
                {
                    code.Line($"y[(channel * {Times}) + i] = x[channel];");
                }
            }
        });
}

/// <summary>The gradient of <see cref="RepeatChannelsKernel"/>: sums of neighbouring channels.</summary>
internal sealed class SumChannelsText(SumChannelsKernel kernel) : KernelText(kernel)
{
    private readonly SumChannelsKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private int Times => _kernel.Times;

    public override string Summary => $"Adds {Times} neighbouring channels up.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            using (code.Braces($"for (int channel = 0; channel < {Y.C}; channel++)"))
            {
                code.Line($"float sum = x[channel * {Times}];");
                using (code.Braces($"for (int i = 1; i < {Times}; i++)"))
                {
                    code.Line($"sum += x[(channel * {Times}) + i];");
                }

                code.Line();
                code.Line("y[channel] = sum;");
            }
        });
}
