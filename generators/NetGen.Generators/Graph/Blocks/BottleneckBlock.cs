namespace NetGen.Generators.Graph;

/// <summary>
/// He et al., "Deep Residual Learning for Image Recognition": a 3×3 convolution between two of 1×1 that narrow and widen, around a
/// shortcut. The stride is in the 3×3 convolution, as in torchvision, where the paper has it in the first.
/// </summary>
internal sealed class BottleneckBlock : Block
{
    private const int Widening = 4;

    public override string Name => "BottleneckBlock";

    protected override void Expand(Scope scope, LayerDeclaration layer, Shape input)
    {
        if (ResidualLayers.Read(scope, layer, input, Widening) is not { } block)
        {
            return;
        }

        scope.Apply("Tag", ("tag", "input"));
        block.Convolve(scope, block.Filters, kernel: 1, stride: 1);
        scope.Apply("ReLU");
        block.Convolve(scope, block.Filters, kernel: 3, block.Stride);
        scope.Apply("ReLU");
        block.Convolve(scope, block.Outputs, kernel: 1, stride: 1);
        block.Close(scope, input);
    }
}
