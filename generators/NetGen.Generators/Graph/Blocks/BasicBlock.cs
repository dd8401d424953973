namespace NetGen.Generators.Graph;

/// <summary>He et al., "Deep Residual Learning for Image Recognition": two 3×3 convolutions around a shortcut.</summary>
internal sealed class BasicBlock : Block
{
    public override string Name => "BasicBlock";

    protected override void Expand(Scope scope, LayerDeclaration layer, Shape input)
    {
        if (ResidualLayers.Read(scope, layer, input, widening: 1) is not { } block)
        {
            return;
        }

        scope.Apply("Tag", ("tag", "input"));
        block.Convolve(scope, block.Filters, kernel: 3, block.Stride);
        scope.Apply("ReLU");
        block.Convolve(scope, block.Filters, kernel: 3, stride: 1);
        block.Close(scope, input);
    }
}
