using System.Collections.Immutable;

namespace NetGen.Generators.Common;

/// <summary>
/// What many models need, by name and each once, for one run of the generator after the other. At first it is in the order of the names; later each thing keeps its
/// place, and new ones take those of what has gone: the incremental driver compares by place, so whatever moves would be written anew.
/// </summary>
/// <param name="name">A thing's name; equal things have equal names, and others have others.</param>
internal sealed class NamedList<T>(Func<T, string> name)
    where T : class
{
    private ImmutableArray<T> _last = ImmutableArray<T>.Empty;

    /// <summary>Each of them once.</summary>
    /// <exception cref="InvalidOperationException">Two that differ have one name.</exception>
    public ImmutableArray<T> Of(IEnumerable<T> items)
    {
        Dictionary<string, T> wanted = new(StringComparer.Ordinal);
        foreach (T item in items)
        {
            string key = name(item);
            if (!wanted.TryGetValue(key, out T known))
            {
                wanted.Add(key, item);
            }
            else if (!ReferenceEquals(known, item) && !known.Equals(item))
            {
                throw new InvalidOperationException($"Two different things are named {key}.");
            }
        }

        // Drivers may share this list, so it changes at once and as a whole.
        ImmutableArray<T> list = Placed(_last, wanted);
        _last = list;
        return list;
    }

    private ImmutableArray<T> Placed(ImmutableArray<T> last, Dictionary<string, T> wanted)
    {
        List<T?> list = new(wanted.Count);
        foreach (T old in last)
        {
            string key = name(old);
            bool stays = wanted.TryGetValue(key, out T item);
            list.Add(stays ? item : null);
            wanted.Remove(key);
        }

        Queue<T> added = new(wanted.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Value));
        for (int place = 0; place < list.Count; place++)
        {
            list[place] ??= added.Count > 0 ? added.Dequeue() : null;
        }

        // What is left of gaps is filled from the end.
        list.AddRange(added);
        for (int place = 0; place < list.Count; place++)
        {
            while (list.Count > place && list[list.Count - 1] is null)
            {
                list.RemoveAt(list.Count - 1);
            }

            if (place < list.Count && list[place] is null)
            {
                list[place] = list[list.Count - 1];
                list.RemoveAt(list.Count - 1);
            }
        }

        return [.. list.Select(item => item!)];
    }
}
