using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>The names that a block's text may use where it is read: the block's parameters and the sizes of its input, and those it gives itself, as far as their braces.</summary>
internal sealed class BlockNames
{
    /// <summary>The names of the input's sizes.</summary>
    private static readonly string[] s_sizes = ["C", "H", "W"];

    private readonly List<(string Name, BlockType? Type)> _names;
    private readonly int _given;

    /// <summary>Takes what is there before the text.</summary>
    /// <param name="parameters">The block's parameters.</param>
    public BlockNames(IEnumerable<BlockParameter> parameters)
    {
        _names = [.. parameters.Select(p => (p.Name, (BlockType?)p.Type)), .. s_sizes.Select(s => (s, (BlockType?)BlockType.Int))];
        _given = _names.Count;
    }

    /// <summary>Where the names of what is between braces begin.</summary>
    public int Open() => _names.Count;

    /// <summary>Forgets the names since the braces were opened.</summary>
    public void Close(int opened) => _names.RemoveRange(opened, _names.Count - opened);

    /// <summary>Whether there is such a name.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Whether it is known to hold something else than an array.</summary>
    public bool IsNoArray(string name) => IndexOf(name) is >= 0 and var at && _names[at].Type is { } type && BlockTypes.Element(type) is null;

    /// <summary>Adds a name of the text's own; false where there is one like it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">What it holds; null where its value will tell.</param>
    public bool Declare(string name, BlockType? type)
    {
        if (Contains(name))
        {
            return false;
        }

        _names.Add((name, type));
        return true;
    }

    /// <summary>Whether the text declares it, so that it may change.</summary>
    public bool IsOwn(string name) => IndexOf(name) >= _given;

    /// <summary>All of them, with commas.</summary>
    public override string ToString() => string.Join(", ", _names.Select(n => n.Name));

    private int IndexOf(string name) => _names.FindIndex(n => n.Name == name);
}
