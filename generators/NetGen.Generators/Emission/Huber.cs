using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The Huber loss: the loss and its gradient at once.</summary>
internal sealed record HuberKernel(Plane X, Plane Targets, Plane Dx, float Delta, LossShare Share) : PointLossKernel(X, Targets, Dx, Share)
{
    public override string Name => $"Huber{NamePart.Of(Delta)}_{NamePart.Of(X, Targets, Dx)}" + Share.Key();

    public override string Summary => $"Adds the mean Huber loss to the totals and writes its gradient, the difference cut off at ±{CodeWriter.Literal(Delta)}, over the values.";

    protected override void EmitValue(CodeWriter code, Isa isa)
    {
        string delta = CodeWriter.Literal(Delta);
        code.Line("// m · (|d| − m / 2) with m = min(|d|, δ): half the square below δ, a line above.");
        code.Line("var difference = v - target;");
        code.Line($"var distance = {isa.Class}.Abs(difference);");
        code.Line($"var near = {isa.Min("distance", isa.Broadcast(delta))};");
        code.Line("var value = near * (distance - (near * 0.5f));");
        code.Line($"var gradient = {isa.Max(isa.Broadcast("-" + delta), isa.Min(isa.Broadcast(delta), "difference"))};");
    }
}
