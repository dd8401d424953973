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

    /// <summary>Applies the layers in the scope of the use; false after a report where they cannot all be.</summary>
    /// <param name="scope">The use's own scope.</param>
    /// <param name="use">The use.</param>
    /// <param name="layer">Its attribute, with the arguments.</param>
    /// <param name="input">The shape the block is applied to.</param>
    public static bool Apply(Scope scope, BlockUse use, LayerDeclaration layer, Shape input)
    {
        BlockEvaluator evaluator = new(Values(use.Block, layer, input));
        return Apply(scope, use, layer, evaluator, use.Block.Items, null);
    }

    private static bool Apply(Scope scope, BlockUse use, LayerDeclaration attribute, BlockEvaluator evaluator, EquatableArray<BlockItem> items, string? reason)
    {
        foreach (BlockItem item in items)
        {
            if (scope.Graph.Stopped)
            {
                return true;
            }

            try
            {
                switch (item)
                {
                    case BlockItem.Fixed layer:
                        scope.Apply(layer.Layer with { Index = use.Layer, Feeds = EquatableArray<ArgumentFeed>.Empty });
                        break;
                    case BlockItem.Written layer:
                        scope.Apply(Layer(layer, attribute, evaluator, use.Layer));
                        break;
                    case BlockItem.Branch branch:
                        string? condition = Source(attribute, [branch.Condition]);
                        if (!Apply(scope, use, attribute, evaluator, Holds(branch, evaluator, condition) ? branch.Then : branch.Otherwise, condition))
                        {
                            return false;
                        }

                        break;
                    case BlockItem.Refusal refusal:
                        scope.ReportUse(Rules.BlockFault.Id, use, reason, evaluator.Evaluate(refusal.Message, BlockType.Text).Text);
                        return false;
                }
            }
            catch (BlockEvaluationException e)
            {
                // Without this layer those that follow in the block would only echo the problem.
                scope.ReportUse(Rules.BlockArgument.Id, use, e.Argument, Text(item), e.Message);
                return false;
            }
        }

        return true;
    }

    /// <summary>The argument of the model's attribute that expressions of a block depend on, where it is one alone.</summary>
    /// <param name="attribute">The use of the block.</param>
    /// <param name="expressions">Expressions over its arguments.</param>
    private static string? Source(LayerDeclaration attribute, IEnumerable<BlockExpression> expressions)
    {
        string?[] given = expressions.SelectMany(e => e.Variables).Where(v => attribute.Find(v) is not null).Select(attribute.Blamed).Distinct().ToArray();
        return given.Length == 1 ? given[0] : null;
    }

    private static bool Holds(BlockItem.Branch branch, BlockEvaluator evaluator, string? source)
    {
        try
        {
            return evaluator.IsTrue(branch.Condition);
        }
        catch (BlockEvaluationException e)
        {
            e.Argument = source;
            throw;
        }
    }

    /// <summary>An argument's values as a layer takes them.</summary>
    private static BlockValue[] Values(BlockArgument argument, BlockEvaluator evaluator, string? source)
    {
        try
        {
            return argument.Values.Select(v => evaluator.Evaluate(v, argument.Type)).ToArray();
        }
        catch (BlockEvaluationException e)
        {
            e.Argument = source;
            throw;
        }
    }

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
    private static LayerDeclaration Layer(BlockItem.Written written, LayerDeclaration attribute, BlockEvaluator evaluator, int index)
    {
        List<Argument> arguments = [];
        List<ArgumentFeed> feeds = [];
        List<string> texts = [];
        string? name = null;
        int repeat = 1;
        string? share = null;
        bool recompute = false;
        foreach (BlockArgument argument in written.Arguments)
        {
            string? source = Source(attribute, argument.Values);
            BlockValue[] values = Values(argument, evaluator, source);
            if (source is not null)
            {
                feeds.Add(new ArgumentFeed(argument.Name, source));
            }

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

        return new LayerDeclaration(written.Kind, LayerText.Format(LayerDeclaration.Short(written.Kind), texts), arguments.ToEquatableArray(), name, repeat, index)
        {
            Share = share,
            Recompute = recompute,
            Feeds = feeds.ToEquatableArray(),
        };
    }
}
