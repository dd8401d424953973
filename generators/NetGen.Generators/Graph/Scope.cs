using System.Globalization;
using NetGen.Generators.Ops;

namespace NetGen.Generators.Graph;

/// <summary>The model, or one use of a block: layers are counted, named and tagged within it.</summary>
/// <param name="graph">The network that grows.</param>
/// <param name="problems">Where problems go.</param>
/// <param name="prefix">What paths begin with: empty, or a block's path with a point.</param>
/// <param name="layer">The block's attribute, which its layers stand for; null for the model.</param>
internal sealed class Scope(GraphWriter graph, List<Problem> problems, string prefix = "", int? layer = null)
{
    /// <summary>More would only keep the compiler busy: a network this deep does not train.</summary>
    private const int MostRepeats = 1000;

    private const string NameRule = "a name is made of the letters a to z, digits and underscores, and does not begin with a digit";

    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<Tagged> _tags = [];

    public GraphWriter Graph => graph;

    public IReadOnlyList<Tagged> Tags => _tags;

    /// <summary>The scope of a block that is used in this one.</summary>
    public Scope Open(string path, int index) => new(graph, problems, path + ".", index);

    /// <summary>Applies a layer of a block; parameters have small names, properties great ones, as in the attribute classes.</summary>
    public void Apply(string kind, params (string Name, object Value)[] arguments) =>
        Apply(LayerText.Declare(kind, arguments, layer ?? 0));

    public void Apply(LayerDeclaration declaration)
    {
        if (graph.Loss is { } loss)
        {
            Report(Rules.LayerAfterLoss.Id, declaration, declaration.Text, loss.Title);
            return;
        }

        HeadOutput? head = graph.CloseHead();
        if (Directives.TryGet(declaration.Kind, out Directive directive))
        {
            LayerDeclaration sound = Sound(declaration, directive.Repeats, directive.HasName);
            for (int i = 1; i <= sound.Repeat; i++)
            {
                directive.Apply(this, sound, directive.HasName ? TakeName(sound, i) : "");
            }
        }
        else if (OpRegistry.TryGet(declaration.Kind, out Op op))
        {
            LayerDeclaration sound = Sound(declaration, repeats: !op.IsLoss && op is not Input, hasName: true);
            if (op.IsLoss && head is not null)
            {
                head.SetLoss(op, op.Read(new ArgumentReader(sound)), sound);
                return;
            }

            for (int i = 1; i <= sound.Repeat; i++)
            {
                AddNode(op, sound, TakeName(sound, i));
            }
        }
        else
        {
            Report(Rules.UnknownLayer.Id, declaration, declaration.Kind);
        }
    }

    public void Report(string id, LayerDeclaration declaration, params string[] arguments) =>
        problems.Add(new Problem(id, declaration.Index, arguments));

    public void AddTag(LayerDeclaration declaration, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            Report(Rules.InvalidName.Id, declaration, name, "a tag must not be empty");
        }
        else if (_tags.Find(t => t.Name == name) is { } taken)
        {
            Report(Rules.DuplicateTag.Id, declaration, name, graph.Nodes[taken.Value].Title);
        }
        else if (HeadOf(name) is { } head)
        {
            Report(Rules.DuplicateName.Id, declaration, name, head.Declaration.Text);
        }
        else
        {
            _tags.Add(new Tagged(name, graph.Current, declaration));
        }
    }

    /// <summary>Trains the current value as a further output; a loss that comes next is its own.</summary>
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
        else if (HeadOf(name) is { } head)
        {
            Report(Rules.DuplicateName.Id, declaration, name, head.Declaration.Text);
        }

        graph.AddHead(new HeadOutput(prefix + name, weight, graph.Current, declaration));
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

    private void AddNode(Op op, LayerDeclaration declaration, string path)
    {
        Spec spec = op.Read(new ArgumentReader(declaration));
        if (op.IsLoss)
        {
            graph.AddLoss(op.Name, spec, path, declaration.Text, declaration.Index);
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

        graph.Add(op.Name, spec, inputs.ToEquatableArray(), path, declaration.Text, declaration.Index);
        if (op is Input)
        {
            if (declaration.Name is { } name)
            {
                AddTag(declaration, name);
            }

            // Layers go on from the first.
            graph.Current = 0;
        }
    }

    /// <summary>The layer without a count or a name that it cannot have, after a report, so that those after it find what they look for.</summary>
    private LayerDeclaration Sound(LayerDeclaration declaration, bool repeats, bool hasName)
    {
        LayerDeclaration sound = declaration;
        if (declaration.Repeat is < 1 or > MostRepeats)
        {
            string count = declaration.Repeat.ToString(CultureInfo.InvariantCulture);
            Report(Rules.SettingOutOfRange.Id, declaration, "Repeat", declaration.Kind, "from 1 to 1000", count);
            sound = sound with { Repeat = 1 };
        }
        else if (declaration.Repeat > 1 && !repeats)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.Kind, "Repeat");
            sound = sound with { Repeat = 1 };
        }

        if (declaration.Name is not null && !hasName)
        {
            Report(Rules.SettingWithoutMeaning.Id, declaration, declaration.Kind, "Name");
        }
        else if (declaration.Name is { } own && !IsValid(own))
        {
            Report(Rules.InvalidName.Id, declaration, own, NameRule);
            sound = sound with { Name = null };
        }

        return sound;
    }

    private HeadOutput? HeadOf(string name) => graph.Heads.FirstOrDefault(h => h.Path == prefix + name);

    private static bool IsValid(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || (c < 128 && char.IsLetterOrDigit(c)));

    /// <summary>The path of a layer's i-th repetition, counted from 1, which is reported where it is taken.</summary>
    private string TakeName(LayerDeclaration declaration, int i)
    {
        // A layer with a name of its own still counts, so that naming one does not rename the others.
        string kind = declaration.Kind.ToLowerInvariant();
        _ordinals.TryGetValue(kind, out int ordinal);
        _ordinals[kind] = ++ordinal;
        string name = declaration switch
        {
            { Name: null } => kind + ordinal.ToString(CultureInfo.InvariantCulture),
            { Repeat: 1 } => declaration.Name,
            _ => declaration.Name + i.ToString(CultureInfo.InvariantCulture),
        };
        if (_names.TryGetValue(name, out string? owner))
        {
            Report(Rules.DuplicateName.Id, declaration, name, owner);
        }

        _names[name] = declaration.Text;
        return prefix + name;
    }
}
