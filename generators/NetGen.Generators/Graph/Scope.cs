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
internal sealed partial class Scope(GraphWriter graph, IReadOnlyDictionary<string, BlockDeclaration> blocks, List<Problem> problems, BlockUse? use = null)
{
    /// <summary>More would only keep the compiler busy: a network this deep does not train.</summary>
    private const int MostRepeats = 1000;

    private const string NameRule = "a name is made of the letters a to z, digits and underscores, and does not begin with a digit";

    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (LayerDeclaration First, string Owner)> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<int> _meeting = [];
    private readonly List<LayerDeclaration> _refused = [];

    public GraphWriter Graph => graph;

    public void Apply(LayerDeclaration declaration)
    {
        if (graph.Stopped)
        {
            return;
        }

        if (declaration.Refused)
        {
            ApplyRefused(declaration);
            return;
        }

        // A loss at a wrong place is one mistake, however many layers come after it.
        if (graph is { Loss: { } loss, LossMisplaced: false })
        {
            Report(Rules.LayerAfterLoss.Id, declaration, declaration.Text, loss.Title);
            graph.LossMisplaced = true;
            graph.TagsInDoubt = true;
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
                AddLossOf(head, op, sound);
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
            AddUnknown(declaration);
        }
    }

    public void Report(string id, LayerDeclaration declaration, params string[] arguments) => ReportAt(id, declaration, null, arguments);

    /// <summary>Reports a problem of a layer.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="declaration">The layer.</param>
    /// <param name="argument">Its argument that is to blame; null for the whole.</param>
    /// <param name="arguments">What the message's placeholders stand for.</param>
    public void ReportAt(string id, LayerDeclaration declaration, string? argument, params string[] arguments)
    {
        string? blamed = declaration.Blamed(argument);
        if (use is null)
        {
            Add(id, declaration.Index, blamed, arguments);
            return;
        }

        // The attribute that a problem is shown on says nothing of the layers in a block.
        string message = string.Format(CultureInfo.InvariantCulture, Rules.Get(id).MessageFormat.ToString(CultureInfo.InvariantCulture), arguments);
        if (graph.IsNewFault(use.Block.Kind, message))
        {
            Add(Rules.BlockFault.Id, use.Layer, blamed, use.Title, use.Path, message);
        }
    }

    /// <summary>Reports a problem of the use of a block on the model's attribute.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="inner">The use.</param>
    /// <param name="argument">The attribute's argument that is to blame; null for the whole.</param>
    /// <param name="arguments">What the message's placeholders stand for after the block's name and path.</param>
    public void ReportUse(string id, BlockUse inner, string? argument, params string[] arguments) => Add(id, inner.Layer, argument, [inner.Title, inner.Path, .. arguments]);

    private void Add(string id, int layer, string? argument, params string[] arguments) => problems.Add(new Problem(id, layer, arguments) { Argument = argument });

    /// <summary>
    /// A layer that C# refuses. What it does to the shape is known at most by its kind; the texts in it may be tags, which it may give or ask for.
    /// </summary>
    private void ApplyRefused(LayerDeclaration declaration)
    {
        graph.CloseHead();
        graph.TagsInDoubt = true;
        _refused.Add(declaration);
        switch (declaration.Kind)
        {
            case "Input":
                graph.AddUnknown(EquatableArray<int>.Empty, declaration.Index);
                graph.Excuse(graph.Current);
                graph.Current = 0;
                break;
            case "Tag" or "Output":
                break;
            case "From":
                graph.Excuse(graph.Current);
                graph.AddUnknown(EquatableArray<int>.Empty, declaration.Index);
                break;
            case var kind when LayerReaders.TryGet(kind, out LayerReader op):
                if (!op.IsLoss)
                {
                    AddUnknown(declaration, graph.KindAfter(op.Name, op.Read(new ArgumentReader(declaration))));
                }

                break;
            default:
                AddUnknown(declaration);
                break;
        }
    }

    /// <summary>Adds a layer that is not known, which may read what its texts name.</summary>
    private void AddUnknown(LayerDeclaration declaration, ShapeKinds? kind = null)
    {
        graph.TagsInDoubt = true;
        HashSet<string> texts = [.. declaration.Arguments.SelectMany(a => a.Texts)];
        List<Tagged> named = _tags.FindAll(t => texts.Contains(t.Name));
        named.ForEach(t => t.Used = true);
        graph.AddUnknown(named.Select(t => t.Value).Prepend(graph.Current).ToEquatableArray(), declaration.Index, kind);
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
            ReportUse(Rules.BlocksTooDeep.Id, inner, null, Literals.OfAny(BlockExpansion.Deepest));
            graph.TooDeep = true;
            AddUnknown(declaration);
        }
        else if (!graph.TooDeep && block.Problems.Count == 0 && graph.CurrentShape is { } input)
        {
            int first = graph.Nodes.Count;
            int before = graph.Current;
            if (!BlockExpansion.Apply(new Scope(graph, blocks, problems, inner), inner, declaration, input))
            {
                // What of the block there is, is read by nothing, or by what is missing.
                for (int i = first; i < graph.Nodes.Count; i++)
                {
                    graph.Excuse(i);
                }

                graph.AddUnknown(new[] { before }, declaration.Index);
            }

            // A loss after the block is the model's, even where the block ends in an output.
            graph.CloseHead();
        }
        else
        {
            AddUnknown(declaration);
        }
    }

    private void AddNode(LayerReader op, LayerDeclaration declaration, LayerName name)
    {
        Spec spec = op.Read(new ArgumentReader(declaration));
        if (op.IsLoss)
        {
            graph.AddLoss(op.Name, spec, LossInputs(declaration, (LossSpec)spec), name, declaration);
            return;
        }

        List<int> inputs = [];
        if (op is not Input)
        {
            inputs.Add(graph.Current);
        }

        if (spec is JoinSpec join)
        {
            if (join.Tags.Count == 0 && join.NeedsTags)
            {
                Report(Rules.TagMissing.Id, declaration, op.Name);
                graph.TagsInDoubt = true;
                graph.TagsMissing = true;
            }

            inputs.AddRange(join.Tags.Select((t, i) => Find(declaration, t, join.ArgumentOf(i))));
        }

        if (spec is MaxUnpoolSpec unpool)
        {
            if (FindPool(declaration, unpool.Tag) is not (int tagged, Node pool))
            {
                AddUnknown(declaration, ShapeKinds.Image);
                return;
            }

            spec = unpool with { Window = ((MaxPoolSpec)pool.Spec).Window };
            inputs.AddRange([tagged, pool.Inputs[0]]);
        }

        graph.Add(op.Name, spec, inputs.ToEquatableArray(), name, declaration, use?.Title ?? "", use?.Recomputed, new WeightTraits(StartOf(declaration, spec), new ArgumentReader(declaration).Bool("SpectralNorm")));
        if (declaration.Share is not null && graph.HasNoParameters)
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "Share", declaration.ShortKind, "Share");
        }

        if (op is Input)
        {
            // A name that is taken has been told.
            if (declaration.Name is { } tag && !_meeting.Contains(declaration.Index))
            {
                AddTag(declaration, tag);
            }
            else if (graph.Nodes.Count > 1)
            {
                graph.Excuse(graph.Current);
            }

            // Layers go on from the first.
            graph.Current = 0;
        }

        if (graph.Nodes.Count > GraphWriter.Most)
        {
            Add(Rules.NetworkTooLarge.Id, declaration.Index, null, Literals.OfAny(GraphWriter.Most));
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
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "Repeat", "Repeat", declaration.ShortKind, "from 1 to 1000", count);
            sound = sound with { Repeat = 1 };
        }
        else if (declaration.Repeat > 1 && !repeats)
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "Repeat", declaration.ShortKind, "Repeat");
            sound = sound with { Repeat = 1 };
        }

        if (declaration.Share is not null && !shares)
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "Share", declaration.ShortKind, "Share");
            sound = sound with { Share = null };
        }
        else if (declaration.Share is { } word && string.IsNullOrWhiteSpace(word))
        {
            ReportAt(Rules.InvalidName.Id, declaration, "Share", word, "the word under which parameters are shared must not be empty");
            sound = sound with { Share = null };
        }

        if (declaration.Name is not null && !hasName)
        {
            ReportAt(Rules.SettingWithoutMeaning.Id, declaration, "Name", declaration.ShortKind, "Name");
        }
        else if (declaration.Name is { } own && !IsValid(own))
        {
            ReportAt(Rules.InvalidName.Id, declaration, "Name", own, NameRule);

            // Layers may read an input by it all the same.
            sound = sound with { Name = declaration.Kind == "Input" && own.Length > 0 ? own : null };
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
            // All repetitions of a layer are in the way of others together.
            if (_meeting.Add(declaration.Index) || use is not null)
            {
                ReportAt(Rules.DuplicateName.Id, declaration, "Name", name, owner);
            }
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
            ReportAt(Rules.SharedLayersDiffer.Id, declaration, "Share", declaration.Text, shared.First.Text, share);
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
