using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the inputs of some tiles: a patch of pixels becomes as many points, each with all channels. The products of the points with the weights'
/// are the convolution's.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction: the patch has two more.</param>
internal sealed record WinogradInputTile(Isa Isa, int Outputs) : WinogradPatchTile(Isa, Outputs)
{
    public override string Name => $"WinogradInputs{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms the patches of {Points}×{Points} pixels of some tiles to {Points * Points} points each; pixels that the image does not have are zero.";

    protected override int Pixels => Points;

    protected override void EmitConstants(CodeWriter code) => WinogradTransform.InputConstants(code, Isa, Outputs);

    protected override void EmitTransform(CodeWriter code, TransformNames names) => WinogradTransform.Inputs(code, Isa, Outputs, names);

    /// <summary>The first and the last pixel are for the first and the last point alone.</summary>
    protected override bool Reads(int pixel, TransformNames names) => Outputs == 2 || ((pixel > 0 || names.Has(0)) && (pixel < 5 || names.Has(5)));
}
