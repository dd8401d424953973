using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Graph;

/// <summary>The model, or one use of a block: layers are counted, named and tagged within it.</summary>
/// <param name="graph">The network that grows.</param>
/// <param name="blocks">The blocks that layers may be, by kind.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="use">The use of a block whose layers these are; null for the model.</param>
internal sealed class Scope(GraphWriter graph, IReadOnlyDictionary<string, BlockDeclaration> blocks, List<Problem> problems, BlockUse? use = null)
{
    /// <summary>More would only keep the compiler busy: a network this deep does not train.</summary>
    private const int MostRepeats = 1000;

    private const string NameRule = "a name is made of the letters a to z, digits and underscores, and does not begin with a digit";

    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LayerDeclaration First, string Owner)> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _initials = new(StringComparer.Ordinal);
    private readonly List<Tagged> _tags = [];
    private readonly List<HeadOutput> _outputs = [];

    public GraphWriter Graph => graph;

    public IReadOnlyList<Tagged> Tags => _tags;

    public void Apply(LayerDeclaration declaration)
    {
        // After a problem that leaves no shape, whatever follows would only echo it.
        if (graph.Stopped)
        {
            return;
        }

        if (graph.Loss is { } loss)
        {
            Report(Rules.LayerAfterLoss.Id, declaration, declaration.Text, loss.Title);
            return;
        }

        HeadOutput? head = graph.CloseHead();
        if (Directives.TryGet(declaration.Kind, out Directive directive))
        {
            directive.Apply(this, Sound(declaration, repeats: false, hasName: false, shares: false));
        }
        else if (LayerReaders.TryGet(declaration.Kind, out LayerReader op))
        {
            LayerDeclaration sound = Sound(declaration, repeats: !op.IsLoss && op is not Input, hasName: true, shares: !op.IsLoss && op is not Input);
            if (op.IsLoss && head is not null)
            {
                head.SetLoss(op.Name, (LossSpec)op.Read(new ArgumentReader(sound)), sound);
                return;
            }

            for (int i = 1; i <= sound.Repeat; i++)
            {
                AddNode(op, sound, TakeName(sound, i, isBlock: false));
            }
        }
        else if (blocks.TryGetValue(declaration.Kind, out BlockDeclaration block))
        {
            LayerDeclaration sound = Sound(declaration, repeats: true, hasName: true, shares: true);
            for (int i = 1; i <= sound.Repeat && !graph.Stopped; i++)
            {
                Expand(block, sound, TakeName(sound, i, isBlock: true));
            }
        }
        else
        {
            Report(Rules.UnknownLayer.Id, declaration, declaration.Kind);
        }
    }

    public void Report(string id, LayerDeclaration declaration, params string[] arguments)
    {
        // The attribute that a problem is shown on says nothing of the layers in a block.
        if (use is not null)
        {
            string message = string.Format(CultureInfo.InvariantCulture, Rules.Get(id).MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
            Report(Rules.BlockFault.Id, use.Layer, use.Title, use.Path, message);
        }
        else
        {
            Report(id, declaration.Index, arguments);
        }
    }

    public void Report(string id, int layer, params string[] arguments) => problems.Add(new Problem(id, layer, arguments));

    public void AddTag(LayerDeclaration declaration, string name, bool hasGradient = false)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Report(Rules.InvalidName.Id, declaration, name, "a tag must not be empty");
        }
        else if (_tags.Find(t => t.Name == name) is { } taken)
        {
            Report(Rules.DuplicateTag.Id, declaration, name, graph.Nodes[taken.Value].Title);
        }
        else if (_outputs.Find(o => o.Path == name) is { } output)
        {
            Report(Rules.DuplicateName.Id, declaration, name, output.Declaration.Text);
        }
        else
        {
            if (hasGradient && use is not null)
            {
                Report(Rules.TagWithoutGradient.Id, declaration, name, "a tag inside a block is none of the model's, which alone can be asked for");
            }

            _tags.Add(new Tagged(name, graph.Current, declaration, hasGradient));
        }
    }

    /// <summary>
    /// Trains the current value as a further output; a loss that comes next is its own. Its name is the model's, whatever blocks are
    /// around it, while a tag is the scope's.
    /// </summary>
    public void AddOutput(LayerDeclaration declaration, string name, float weight)
    {
        // Written so that NaN is refused as well.
        if (!(weight > 0 && weight < float.PositiveInfinity))
        {
            Report(Rules.SettingOutOfRange.Id, declaration, "Weight", "Output", "above 0 and finite", weight.ToString("R", CultureInfo.InvariantCulture));
        }

        if (!IsValid(name))
        {
            Report(Rules.InvalidName.Id, declaration, name, NameRule);
        }
        else if (_tags.Find(t => t.Name == name) is { } tag)
        {
            Report(Rules.DuplicateName.Id, declaration, name, tag.Declaration.Text);
        }
        else if (graph.Heads.FirstOrDefault(h => h.Path == name) is { } head)
        {
            Report(Rules.DuplicateName.Id, declaration, name, head.Declaration.Text);
        }

        HeadOutput output = new(name, weight, graph.Current, declaration);
        _outputs.Add(output);
        graph.AddHead(output);
    }

    /// <summary>The node with a tag; null after a report.</summary>
    public int? Find(LayerDeclaration declaration, string name)
    {
        if (_tags.Find(t => t.Name == name) is not { } tag)
        {
            Report(Rules.UnknownTag.Id, declaration, name, declaration.Text);
            return null;
        }

        tag.Used = true;
        return tag.Value;
    }

    private void Expand(BlockDeclaration block, LayerDeclaration declaration, LayerName name)
    {
        BlockUse inner = new(block, declaration.Index, name, (use?.Depth ?? 0) + 1)
        {
            // The layers from here on: no other use begins at the same one, or it is around this.
            Recomputed = use?.Recomputed ?? (declaration.Recompute ? graph.Nodes.Count : null),
        };
        if (inner.Depth > BlockExpansion.Deepest)
        {
            Report(Rules.BlocksTooDeep.Id, declaration.Index, inner.Title, name.Path, Literals.OfAny(BlockExpansion.Deepest));
            graph.Stop();
        }
        else if (graph.CurrentShape is { } input)
        {
            BlockExpansion.Apply(new Scope(graph, blocks, problems, inner), inner, declaration, input);

            // A loss after the block is the model's, even where the block ends in an output.
            graph.CloseHead();
        }
    }

    private void AddNode(LayerReader op, LayerDeclaration declaration, LayerName name)
    {
        Spec spec = op.Read(new ArgumentReader(declaration));
        if (op.IsLoss)
        {
            graph.AddLoss(op.Name, spec, name, declaration.Text, declaration.Index);
            return;
        }

        List<int> inputs = [];
        if (op is not Input)
        {
            inputs.Add(graph.Current);
        }

        if (spec is JoinSpec join)
        {
            if (join.Tags.Count == 0)
            {
                Report(Rules.TagMissing.Id, declaration, op.Name);
            }

            inputs.AddRange(join.Tags.Select(t => Find(declaration, t)).OfType<int>());
        }

        graph.Add(op.Name, spec, inputs.ToEquatableArray(), name, declaration.Text, declaration.Index, use?.Title ?? "", use?.Recomputed);
        if (declaration.Share is not null && graph.HasNoParameters)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.ShortKind, "Share");
        }

        if (op is Input)
        {
            if (declaration.Name is { } tag)
            {
                AddTag(declaration, tag);
            }

            // Layers go on from the first.
            graph.Current = 0;
        }

        if (graph.Nodes.Count > GraphWriter.Most)
        {
            Report(Rules.NetworkTooLarge.Id, declaration.Index, Literals.OfAny(GraphWriter.Most));
            graph.Stop();
        }
    }

    /// <summary>The layer without a count or a name that it cannot have, after a report, so that those after it find what they look for.</summary>
    private LayerDeclaration Sound(LayerDeclaration declaration, bool repeats, bool hasName, bool shares)
    {
        LayerDeclaration sound = declaration;
        if (declaration.Repeat is < 1 or > MostRepeats)
        {
            string count = declaration.Repeat.ToString(CultureInfo.InvariantCulture);
            Report(Rules.SettingOutOfRange.Id, declaration, "Repeat", declaration.ShortKind, "from 1 to 1000", count);
            sound = sound with { Repeat = 1 };
        }
        else if (declaration.Repeat > 1 && !repeats)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.ShortKind, "Repeat");
            sound = sound with { Repeat = 1 };
        }

        if (declaration.Share is not null && !shares)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.ShortKind, "Share");
            sound = sound with { Share = null };
        }
        else if (declaration.Share is { } word && string.IsNullOrWhiteSpace(word))
        {
            Report(Rules.InvalidName.Id, declaration, word, "the word under which parameters are shared must not be empty");
            sound = sound with { Share = null };
        }

        if (declaration.Name is not null && !hasName)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.ShortKind, "Name");
        }
        else if (declaration.Name is { } own && !IsValid(own))
        {
            Report(Rules.InvalidName.Id, declaration, own, NameRule);
            sound = sound with { Name = null };
        }

        return sound;
    }

    private static bool IsValid(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)));

    /// <summary>The name of a layer's i-th repetition, counted from 1, which is reported where it is taken.</summary>
    private LayerName TakeName(LayerDeclaration declaration, int i, bool isBlock)
    {
        // A layer with a name of its own still counts, so that naming one does not rename the others.
        string title = declaration.ShortKind;
        string kind = title.ToLowerInvariant();
        _ordinals.TryGetValue(kind, out int seen);
        _ordinals[kind] = seen + 1;
        string ordinal = (seen + 1).ToString(CultureInfo.InvariantCulture);
        string name = declaration switch
        {
            { Name: null } => kind + ordinal,
            { Repeat: 1 } => declaration.Name,
            _ => declaration.Name + i.ToString(CultureInfo.InvariantCulture),
        };
        string label = declaration.Name is null ? Labels.Numbered(isBlock ? Initials(title) : title, ordinal) : Labels.OfName(name);
        if (_names.TryGetValue(name, out string? owner))
        {
            Report(Rules.DuplicateName.Id, declaration, name, owner);
        }

        _names[name] = declaration.Text;
        LayerName own = use is null
            ? new LayerName(name, label, name)
            : new LayerName($"{use.Name.Path}.{name}", $"{use.Name.Label}_{label}", $"{use.Name.Owner}.{name}");
        return declaration.Share is { } share ? own with { Owner = OwnerOf(share, declaration, own) } : own;
    }

    /// <summary>Whose parameters a layer with that word reads: the first's, which has to be written alike.</summary>
    private string OwnerOf(string share, LayerDeclaration declaration, LayerName own)
    {
        if (!_shared.TryGetValue(share, out (LayerDeclaration First, string Owner) shared))
        {
            _shared.Add(share, (declaration, own.Owner));
            return own.Owner;
        }

        if (declaration.Kind != shared.First.Kind || !declaration.Arguments.Equals(shared.First.Arguments))
        {
            Report(Rules.SharedLayersDiffer.Id, declaration, declaration.Text, shared.First.Text, share);
            return own.Owner;
        }

        return shared.Owner;
    }

    /// <summary>The initials of a kind of block, unless another kind here has them already.</summary>
    private string Initials(string kind)
    {
        string initials = Labels.Initials(kind);
        if (!_initials.TryGetValue(initials, out string? owner))
        {
            _initials.Add(initials, owner = kind);
        }

        return owner == kind ? initials : Labels.OfName(kind);
    }
}
