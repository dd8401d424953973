using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>Applies a block's layers to the value at hand.</summary>
internal static class BlockExpansion
{
    /// <summary>Blocks in blocks; one that uses itself under a condition that never ends would go on for ever.</summary>
    public const int Deepest = 32;

    /// <summary>Applies the layers in the scope of the use.</summary>
    /// <param name="scope">The use's own scope.</param>
    /// <param name="use">The use.</param>
    /// <param name="layer">Its attribute, with the arguments.</param>
    /// <param name="input">The shape the block is applied to.</param>
    public static void Apply(Scope scope, BlockUse use, LayerDeclaration layer, Shape input)
    {
        BlockEvaluator evaluator = new(Values(use.Block, layer, input));
        Apply(scope, use, evaluator, use.Block.Items);
    }

    private static void Apply(Scope scope, BlockUse use, BlockEvaluator evaluator, EquatableArray<BlockItem> items)
    {
        foreach (BlockItem item in items)
        {
            // What follows a problem in a branch would only echo it.
            if (scope.Graph.Stopped)
            {
                return;
            }

            try
            {
                switch (item)
                {
                    case BlockItem.Fixed layer:
                        scope.Apply(layer.Layer with { Index = use.Layer });
                        break;
                    case BlockItem.Written layer:
                        scope.Apply(Layer(layer, evaluator, use.Layer));
                        break;
                    case BlockItem.Branch branch:
                        Apply(scope, use, evaluator, Holds(branch, evaluator) ? branch.Then : branch.Otherwise);
                        break;
                    case BlockItem.Refusal refusal:
                        scope.Report(Rules.BlockFault.Id, use.Layer, use.Title, use.Path, evaluator.Evaluate(refusal.Message, BlockType.Text).Text);
                        scope.Graph.Stop();
                        break;
                }
            }
            catch (BlockEvaluationException e)
            {
                // Without this layer those that follow would only echo the problem.
                scope.Report(Rules.BlockArgument.Id, use.Layer, use.Title, use.Path, Text(item), e.Message);
                scope.Graph.Stop();
                return;
            }
        }
    }

    private static bool Holds(BlockItem.Branch branch, BlockEvaluator evaluator) => evaluator.IsTrue(branch.Condition);

    private static string Text(BlockItem item) => item switch
    {
        BlockItem.Written layer => $"[{layer.Text}]",
        BlockItem.Branch branch => branch.Text,
        BlockItem.Refusal refusal => refusal.Text,
        _ => "",
    };

    private static Dictionary<string, BlockValue> Values(BlockDeclaration block, LayerDeclaration layer, Shape input)
    {
        Dictionary<string, BlockValue> values = new(StringComparer.Ordinal);
        if (input.Kind != ShapeKinds.Sequence)
        {
            // A feature vector is an image of one pixel. A sequence has none of these sizes, and a block that asks for one is told so.
            bool image = input.Kind == ShapeKinds.Image;
            values["C"] = BlockValue.Of(input.Channels);
            values["H"] = BlockValue.Of(image ? input.H : 1);
            values["W"] = BlockValue.Of(image ? input.W : 1);
        }

        foreach (BlockParameter parameter in block.Parameters)
        {
            if (layer.Find(parameter.Name) is { } argument)
            {
                values[parameter.Name] = parameter.Type == BlockType.Text
                    ? BlockValue.Of(argument.Texts.Count > 0 ? argument.Texts[0] : "")
                    : new BlockValue(parameter.Type, argument.Number, "");
            }
            else if (parameter.Default is { } value)
            {
                values[parameter.Name] = value;
            }
        }

        return values;
    }

    /// <summary>The layer with its arguments worked out, as if an attribute of the model had them.</summary>
    private static LayerDeclaration Layer(BlockItem.Written written, BlockEvaluator evaluator, int index)
    {
        List<Argument> arguments = [];
        List<string> texts = [];
        string? name = null;
        int repeat = 1;
        string? share = null;
        bool recompute = false;
        foreach (BlockArgument argument in written.Arguments)
        {
            BlockValue[] values = argument.Values.Select(v => evaluator.Evaluate(v, argument.Type)).ToArray();
            string literals = string.Join(", ", values.Select(v => v.Literal));
            texts.Add(argument.IsSetting ? $"{argument.Name} = {literals}" : literals);
            switch (argument.Name)
            {
                case "Name" when argument.IsSetting:
                    name = values[0].Text;
                    break;
                case "Repeat" when argument.IsSetting:
                    repeat = (int)values[0].Number;
                    break;
                case "Share" when argument.IsSetting:
                    share = values[0].Text;
                    break;
                case "Recompute" when argument.IsSetting:
                    recompute = values[0].Number != 0;
                    break;
                default:
                    arguments.Add(new Argument(argument.Name, values[0].Number, values.Where(v => v.Type == BlockType.Text).Select(v => v.Text).ToEquatableArray()));
                    break;
            }
        }

        return new LayerDeclaration(written.Kind, LayerText.Format(LayerDeclaration.Short(written.Kind), texts), arguments.ToEquatableArray(), name, repeat, index) { Share = share, Recompute = recompute };
    }
}
