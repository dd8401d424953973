using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The smooth L1 loss: the loss and its gradient at once.</summary>
internal sealed class SmoothL1Text(SmoothL1Kernel kernel) : PointLossText(kernel)
{
    private readonly SmoothL1Kernel _kernel = kernel;

    private float Beta => _kernel.Beta;

    public override string Summary => Beta == 0
        ? "Adds the mean absolute difference to the totals and writes its gradient, the difference's sign, over the values."
        : $"Adds the mean smooth L1 loss to the totals and writes its gradient, the difference over {Literals.Of(Beta)} cut off at ±1, over the values.";

    protected override void EmitValue(CodeWriter code, Isa isa)
    {
        code.Line("var difference = v - target;");
        if (Beta == 0)
        {
            code.Line($"var value = {isa.Class}.Abs(difference);");
            code.Line("// The sign; what is 0, or no number, is its own.");
            code.Line($"var below = {isa.Class}.ConditionalSelect({isa.Class}.LessThan(difference, {isa.Zero}), {isa.Broadcast("-1f")}, difference);");
            code.Line($"var gradient = {isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(difference, {isa.Zero}), {isa.Vector}.One, below);");
            return;
        }

        string beta = isa.Broadcast(Literals.Of(Beta));
        code.Line($"var distance = {isa.Class}.Abs(difference);");
        code.Line($"var near = (distance * 0.5f * distance) / {beta};");
        code.Line($"var far = distance - {isa.Broadcast(Literals.Of(Beta / 2))};");
        code.Line($"var value = {isa.Class}.ConditionalSelect({isa.Class}.LessThan(distance, {beta}), near, far);");
        code.Line($"var gradient = {isa.Max(isa.Broadcast("-1f"), isa.Min($"{isa.Vector}.One", $"difference / {beta}"))};");
    }
}
