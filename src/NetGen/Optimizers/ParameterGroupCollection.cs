using System.Collections.ObjectModel;

namespace NetGen;

/// <summary>An optimizer's groups in their order: the first that a parameter belongs to decides. They may change between steps.</summary>
public sealed class ParameterGroupCollection : Collection<ParameterGroup>
{
    private readonly Action _changed;

    internal ParameterGroupCollection(Action changed) => _changed = changed;

    /// <inheritdoc/>
    protected override void InsertItem(int index, ParameterGroup item)
    {
        ArgumentNullException.ThrowIfNull(item);
        base.InsertItem(index, item);
        item.Changed += _changed;
        _changed();
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, ParameterGroup item)
    {
        ArgumentNullException.ThrowIfNull(item);
        this[index].Changed -= _changed;
        base.SetItem(index, item);
        item.Changed += _changed;
        _changed();
    }

    /// <inheritdoc/>
    protected override void RemoveItem(int index)
    {
        this[index].Changed -= _changed;
        base.RemoveItem(index);
        _changed();
    }

    /// <inheritdoc/>
    protected override void ClearItems()
    {
        foreach (ParameterGroup group in this)
        {
            group.Changed -= _changed;
        }

        base.ClearItems();
        _changed();
    }
}
