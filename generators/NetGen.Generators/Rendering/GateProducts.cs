using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The products of a step's input and state as the register tiles of a dense layer, block by block of output channels: up through the input's blocks and then the state's in one step, down
/// again in the next. Threads that share it take neighbouring blocks of each product, the same in every step.
/// </summary>
internal sealed class GateProductsText(GateProductsKernel kernel) : KernelText(kernel)
{
    private readonly GateProductsKernel _kernel = kernel;

    public override string Summary => $"Multiplies {_kernel.Input.X.C} of a step and {_kernel.State.X.C} of a state to {_kernel.Input.Y.C} each, every other round backwards.";

    public override string Remarks => $"x: {_kernel.Input.X.Words}; state: {_kernel.State.X.Words}; gates, fromState: {_kernel.Input.Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Blocks(isa).Parts.SelectMany(b => TilesOf(isa, b.Size)));

    public override void EmitShared(CodeWriter code)
    {
        EmitStrides(code, "OfInput", _kernel.Input.Walk);
        code.Line();
        EmitStrides(code, "OfState", _kernel.State.Walk);
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int blocks = Blocks(isa).Parts.Sum(p => p.Count);
        code.Line("ConvolutionStrides ofInput = OfInput();");
        code.Line("ConvolutionStrides ofState = OfState();");
        code.Line($"TeamShare share = TeamShare.Of({blocks}, part, parts);");
        using (code.Braces($"for (int turn = 0; turn < {2 * blocks}; turn++)"))
        {
            code.Line("// A round begins with the weights that the one before has ended with.");
            code.Line($"int block = (round & 1) == 0 ? turn : {(2 * blocks) - 1} - turn;");
            using (code.Braces($"if (share.Within(block % {blocks}, 1).Count == 0)"))
            {
                code.Line("continue;");
            }

            code.Line();
            EmitProduct(code, isa, 0, blocks, "x", "weights", "bias", "gates", _kernel.Input.Walk.Depth, "ofInput");
            EmitProduct(code, isa, blocks, blocks, "state", "stateWeights", "stateBias", "fromState", _kernel.State.Walk.Depth, "ofState");
        }
    }

    private static void EmitStrides(CodeWriter code, string name, ConvolutionWalk walk)
    {
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Line($"private static ConvolutionStrides {name}() => new() {{ TapsY = 1, TapsX = 1, Run = {walk.Run}, XColumn = {walk.XColumn}, YColumn = {walk.YColumn}, Slope = 1f }};");
    }

    /// <summary>Writes a block of a product, by which of the blocks it is.</summary>
    private void EmitProduct(CodeWriter code, Isa isa, int before, int blocks, string x, string weights, string bias, string y, int depth, string strides)
    {
        int end = before;
        foreach ((int vectors, int count, int start) in Blocks(isa).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            int from = end;
            end += count;
            string head = from == 0 ? $"if (block < {end})" : end == 2 * blocks ? "else" : $"else if (block < {end})";
            string place = from == 0 ? "block" : $"(block - {from})";
            using (code.Braces(head))
            {
                code.Line(count == 1 ? $"const int channel = {first};" : $"int channel = {(first == 0 ? "" : $"{first} + (")}{place} * {lanes}{(first == 0 ? "" : ")")};");
                code.Line($"{new ConvolutionImagesTile(isa, vectors).Method}({x}, {weights} + (channel * {depth}L), {bias} + channel, {y} + channel, count, in {strides});");
            }
        }
    }

    private static IEnumerable<Tile> TilesOf(Isa isa, int vectors)
    {
        ConvolutionImagesTile images = new(isa, vectors);
        return [images, .. images.Parts];
    }

    private Split Blocks(Isa isa) => Tiles.ChannelBlocks(isa, _kernel.Input.Walk.Outputs);
}
