using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the output gradients of some tiles to as many points as their inputs have. The products of both, summed over tiles, are the points of the gradient
/// by the weights.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction.</param>
internal sealed record WinogradGradientTile(Isa Isa, int Outputs) : WinogradPatchTile(Isa, Outputs)
{
    public override string Name => $"WinogradGradients{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms the gradients by {Outputs}×{Outputs} outputs of some tiles to {Points * Points} points each; outputs that the image does not have count as zero.";

    protected override int Pixels => Outputs;

    protected override void EmitConstants(CodeWriter code) => WinogradTransform.GradientConstants(code, Isa, Outputs);

    protected override void EmitTransform(CodeWriter code, TransformNames names) => WinogradTransform.Gradients(code, Isa, Outputs, names);
}
