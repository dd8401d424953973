using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Both products of a step of a recurrent layer: of the input and of the state with their weights. One kernel has both, as every other step goes through them backwards: it begins
/// with the weights that the step before has ended with, which the cache still holds.
/// </summary>
/// <param name="Input">The input's product.</param>
/// <param name="State">The state's product.</param>
internal sealed record GateProductsKernel(ConvolutionKernel Input, ConvolutionKernel State) : Kernel
{
    /// <summary>Weights of both products that a core's second-level cache does not hold: 1 MiB on Zen 4 and Zen 5. Fewer stay in it whatever their order.</summary>
    private const long LeastWeights = 256 * 1024;

    /// <summary>Inputs of a product up to which a block's weights are read in one piece.</summary>
    private const int MostInputs = 2048;

    /// <summary>Whether this kernel has the products of a layer: where their order matters.</summary>
    /// <param name="inputs">Values of a step's input.</param>
    /// <param name="units">Values of the state.</param>
    /// <param name="outputs">Outputs of each product, padded to whole vectors.</param>
    public static bool Has(int inputs, int units, int outputs) => (long)(inputs + units) * outputs > LeastWeights && Math.Max(inputs, units) <= MostInputs;

    public override EquatableArray<Port> Ports => new[]
    {
        Port.Read("x", Input.X), Port.Read("weights"), Port.Read("bias"), Port.Write("gates", Input.Y),
        Port.Read("state", State.X), Port.Read("stateWeights"), Port.Read("stateBias"), Port.Write("fromState", State.Y), Port.Round,
    };

    /// <summary>Always: it has more weights than one product needs for it.</summary>
    public override bool IsShareable => true;

    public override bool IsWorthSharing => true;

    public override long Effort => Input.Effort + State.Effort;

    protected override NameParts NameParts => $"_{Input.X}_and_{State.X}_to_{Input.Y}";
}
