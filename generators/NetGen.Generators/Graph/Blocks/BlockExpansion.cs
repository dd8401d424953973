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

    /// <summary>Rounds of a <c>for</c>: more are a condition that never fails.</summary>
    public const int MostRounds = 10_000;

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
                        string? condition = Source(attribute, evaluator, [branch.Condition]);
                        if (!Apply(scope, use, attribute, evaluator, Holds(branch.Condition, evaluator, condition) ? branch.Then : branch.Otherwise, condition))
                        {
                            return false;
                        }

                        break;
                    case BlockItem.Assignment assignment:
                        Assign(assignment, attribute, evaluator);
                        break;
                    case BlockItem.For loop:
                        if (!Repeat(scope, use, attribute, evaluator, loop, reason))
                        {
                            return false;
                        }

                        break;
                    case BlockItem.ForEach loop:
                        if (!Repeat(scope, use, attribute, evaluator, loop, reason))
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

    private static bool Repeat(Scope scope, BlockUse use, LayerDeclaration attribute, BlockEvaluator evaluator, BlockItem.For loop, string? reason)
    {
        Assign(loop.Start, attribute, evaluator);
        for (int round = 0; Holds(loop.Condition, evaluator, Source(attribute, evaluator, [loop.Condition])); round++)
        {
            if (round == MostRounds)
            {
                throw new BlockEvaluationException($"it goes round more than {MostRounds} times");
            }

            if (!Apply(scope, use, attribute, evaluator, loop.Items, reason))
            {
                return false;
            }

            Assign(loop.Step, attribute, evaluator);
        }

        return true;
    }

    private static bool Repeat(Scope scope, BlockUse use, LayerDeclaration attribute, BlockEvaluator evaluator, BlockItem.ForEach loop, string? reason)
    {
        string? source = Source(attribute, evaluator, [loop.Array]);
        string[] origins = [.. evaluator.Origins(loop.Array)];
        foreach (BlockValue element in Blaming(source, () => BlockEvaluator.Elements(loop.Type is { } type && BlockTypes.Array(type) is { } whole ? evaluator.Evaluate(loop.Array, whole) : evaluator.Evaluate(loop.Array))))
        {
            evaluator.Assign(loop.Name, element, origins);
            if (!Apply(scope, use, attribute, evaluator, loop.Items, reason))
            {
                return false;
            }
        }

        return true;
    }

    private static void Assign(BlockItem.Assignment assignment, LayerDeclaration attribute, BlockEvaluator evaluator) =>
        Blaming(Source(attribute, evaluator, [assignment.Value]), () =>
        {
            evaluator.Assign(assignment);
            return true;
        });

    /// <summary>The argument of the model's attribute that expressions of a block depend on, where it is one alone.</summary>
    /// <param name="attribute">The use of the block.</param>
    /// <param name="evaluator">Knows what names of the text came from.</param>
    /// <param name="expressions">Expressions over its arguments.</param>
    private static string? Source(LayerDeclaration attribute, BlockEvaluator evaluator, IEnumerable<BlockExpression> expressions)
    {
        string?[] given = expressions.SelectMany(evaluator.Origins).Where(v => attribute.Find(v) is not null).Select(attribute.Blamed).Distinct().ToArray();
        return given.Length == 1 ? given[0] : null;
    }

    private static bool Holds(BlockExpression condition, BlockEvaluator evaluator, string? source) => Blaming(source, () => evaluator.IsTrue(condition));

    /// <summary>A value; where there is none, an argument is to blame.</summary>
    private static T Blaming<T>(string? source, Func<T> value)
    {
        try
        {
            return value();
        }
        catch (BlockEvaluationException e)
        {
            e.Argument ??= source;
            throw;
        }
    }

    private static string Text(BlockItem item) => item switch
    {
        BlockItem.Written layer => $"[{layer.Text}]",
        BlockItem.Branch branch => branch.Text,
        BlockItem.Assignment assignment => assignment.Text,
        BlockItem.For loop => loop.Text,
        BlockItem.ForEach loop => loop.Text,
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
                values[parameter.Name] = Value(parameter.Type, argument);
            }
            else if (parameter.Default is { } value)
            {
                values[parameter.Name] = value;
            }
        }

        return values;
    }

    private static BlockValue Value(BlockType type, Argument argument) => type switch
    {
        BlockType.Text => BlockValue.Of(argument.Texts.Count > 0 ? argument.Texts[0] : ""),
        BlockType.Texts => BlockValue.Of(type, argument.Texts.Select(BlockValue.Of).ToEquatableArray()),
        _ when BlockTypes.Element(type) is { } element => BlockValue.Of(type, argument.Numbers.Select(n => new BlockValue(element, n, "")).ToEquatableArray()),
        _ => new BlockValue(type, argument.Number, ""),
    };

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
            string? source = Source(attribute, evaluator, argument.Values);
            EquatableArray<BlockValue> values = Blaming(source, () => evaluator.Evaluate(argument.Values, argument.Type));
            if (source is not null)
            {
                feeds.Add(new ArgumentFeed(argument.Name, source));
            }

            string literals = string.Join(", ", values.Select(v => v.Literal));
            literals = BlockTypes.Element(argument.Type) is null || (argument.Type == BlockType.Texts && !argument.IsSetting) ? literals : $"[{literals}]";
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
                    arguments.Add(Argument(argument, values));
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

    private static Argument Argument(BlockArgument argument, EquatableArray<BlockValue> values)
    {
        EquatableArray<string> texts = values.Where(v => v.Type == BlockType.Text).Select(v => v.Text).ToEquatableArray();
        return BlockTypes.Element(argument.Type) is null
            ? new Argument(argument.Name, values[0].Number, texts)
            : new Argument(argument.Name, 0, texts) { Numbers = argument.Type == BlockType.Texts ? EquatableArray<double>.Empty : values.Select(v => v.Number).ToEquatableArray() };
    }
}
