using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Shapes;

namespace NetGen.Generators.Graph;

/// <content>Values with a name: tags, which layers read, and further outputs.</content>
internal sealed partial class Scope
{
    private readonly List<Tagged> _tags = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly List<HeadOutput> _outputs = [];

    public IReadOnlyList<Tagged> Tags => _tags;

    public void AddTag(LayerDeclaration declaration, string name, bool hasGradient = false)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            ReportAt(Rules.InvalidName.Id, declaration, NameOf(declaration, "tag"), name, "a tag must not be empty");
            graph.Excuse(graph.Current);
        }
        else if (_tags.Find(t => t.Name == name) is { } taken)
        {
            ReportAt(Rules.DuplicateTag.Id, declaration, NameOf(declaration, "tag"), name, graph.Nodes[taken.Value].Title);
            graph.Excuse(graph.Current);
        }
        else if (_outputs.Find(o => o.Path == name) is { } output)
        {
            ReportAt(Rules.DuplicateName.Id, declaration, NameOf(declaration, "tag"), name, output.Declaration.Text);
            graph.Excuse(graph.Current);
        }
        else
        {
            if (hasGradient && use is not null)
            {
                ReportAt(Rules.TagWithoutGradient.Id, declaration, "Gradient", name, "a tag inside a block is none of the model's, which alone can be asked for");
            }

            _tags.Add(new Tagged(name, graph.Current, declaration, hasGradient));
        }
    }

    /// <summary>
    /// Makes the current value a further output; a loss that comes next is its own. Its name is the model's, whatever blocks are
    /// around it, while a tag is the scope's.
    /// </summary>
    public void AddOutput(LayerDeclaration declaration, string name, float weight, bool hasTargets)
    {
        // Written so that NaN is refused as well.
        if (!(weight > 0 && weight < float.PositiveInfinity))
        {
            ReportAt(Rules.SettingOutOfRange.Id, declaration, "Weight", "Weight", "Output", "above 0 and finite", weight.ToString("R", CultureInfo.InvariantCulture));
        }

        if (!IsValid(name))
        {
            ReportAt(Rules.InvalidName.Id, declaration, "output", name, NameRule);
        }
        else if (_tags.Find(t => t.Name == name) is { } tag)
        {
            ReportAt(Rules.DuplicateName.Id, declaration, "output", name, tag.Declaration.Text);
        }
        else if (graph.Heads.FirstOrDefault(h => h.Path == name) is { } head)
        {
            ReportAt(Rules.DuplicateName.Id, declaration, "output", name, head.Declaration.Text);
        }

        HeadOutput output = new(name, weight, graph.Current, declaration, hasTargets);
        _outputs.Add(output);
        graph.AddHead(output);
    }

    /// <summary>The node with a tag; after a report an unknown one.</summary>
    /// <param name="declaration">The layer that asks for it.</param>
    /// <param name="name">The tag.</param>
    /// <param name="argument">The layer's argument that holds it.</param>
    public int Find(LayerDeclaration declaration, string name, string argument)
    {
        if (_tags.Find(t => t.Name == name) is not { } tag)
        {
            // A tag that is missing is one mistake, however often it is asked for.
            if (!_refused.Exists(r => MayName(r, name)) && _missing.Add(name))
            {
                ReportAt(Rules.UnknownTag.Id, declaration, argument, name, declaration.Text, TagHint(name));
            }

            graph.TagsInDoubt = true;
            graph.TagsMissing = true;
            int current = graph.Current;
            int unknown = graph.AddUnknown(EquatableArray<int>.Empty, declaration.Index);
            graph.Current = current;
            return unknown;
        }

        tag.Used = true;
        return tag.Value;
    }

    /// <summary>What a loss reads: the current value, and where it is told how many steps of it count, that.</summary>
    private EquatableArray<int> LossInputs(LayerDeclaration declaration, LossSpec spec) =>
        spec.LengthsTag is { } tag ? new[] { graph.Current, Find(declaration, tag, LengthChecks.Argument) } : new[] { graph.Current };

    /// <summary>Gives an output the loss that is written directly after it.</summary>
    private void AddLossOf(HeadOutput head, LayerReader op, LayerDeclaration declaration)
    {
        LossSpec spec = (LossSpec)op.Read(new ArgumentReader(declaration));
        head.SetLoss(op.Name, spec, LossInputs(declaration, spec), declaration);
    }

    /// <summary>The tagged value and the max pool that makes it; null after a report where there is none, or where an error hides what it is.</summary>
    private (int Tagged, Node Pool)? FindPool(LayerDeclaration declaration, string tag)
    {
        int tagged = Find(declaration, tag, "tag");
        Node node = graph.Nodes[tagged];
        if (node.Spec is MaxPoolSpec)
        {
            return (tagged, node);
        }

        if (node.Spec is not UnknownSpec)
        {
            ReportAt(Rules.NoPoolTagged.Id, declaration, "tag", declaration.ShortKind, tag, $"[{node.Title}]");
        }

        return null;
    }

    /// <summary>What to do about a tag that is not known.</summary>
    private string TagHint(string name)
    {
        string[] known = [.. _tags.Select(t => t.Name)];
        return Spelling.Nearest(name, known) is { } near ? $"write \"{near}\""
            : known.Length == 0 ? "tag the value that is meant"
            : $"known here are {string.Join(", ", known.Select(t => $"\"{t}\""))}";
    }

    /// <summary>The argument of a tag's name, which an input has as <c>Name</c>.</summary>
    private static string NameOf(LayerDeclaration declaration, string argument) => declaration.Kind == "Input" ? "Name" : argument;

    /// <summary>Whether a layer that C# refuses may be what gives a tag.</summary>
    private static bool MayName(LayerDeclaration refused, string tag)
    {
        IEnumerable<string> texts = refused.Arguments.SelectMany(a => a.Texts);
        return refused.Kind is "" or "Tag" or "Input" && (texts.Contains(tag, StringComparer.Ordinal) || (refused.Kind == "Tag" && !texts.Any()));
    }
}
