using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetGen.Generators.Common;

/// <summary>
/// What many users need, by name and each once, for one run of the generator after the other. At first it is in the order of the names; later each thing keeps its
/// place, and new ones take those of what has gone: the incremental driver compares by place, so whatever moves would be written anew. A run costs what has changed
/// since the one before, not what there is.
/// </summary>
/// <typeparam name="TUser">Who needs them: the same object in a later run needs the same.</typeparam>
/// <typeparam name="T">What is needed.</typeparam>
/// <param name="needs">What a user needs.</param>
/// <param name="name">A thing's name; equal things have equal names, and others have others.</param>
internal sealed class NamedList<TUser, T>(Func<TUser, IEnumerable<T>> needs, Func<T, string> name)
    where TUser : class
    where T : class
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private HashSet<TUser> _users = new(Identity.Instance);
    private ImmutableArray<T> _list = ImmutableArray<T>.Empty;

    /// <summary>Each thing once that one of the users needs.</summary>
    /// <exception cref="InvalidOperationException">Two that differ have one name.</exception>
    public ImmutableArray<T> Of(IEnumerable<TUser> users)
    {
        HashSet<TUser> now = new(users, Identity.Instance);

        // Drivers may share this list.
        lock (_lock)
        {
            try
            {
                List<Entry> added = [];
                foreach (T item in now.Where(user => !_users.Contains(user)).SelectMany(needs))
                {
                    Add(item, added);
                }

                List<int> gaps = [];
                foreach (T item in _users.Where(user => !now.Contains(user)).SelectMany(needs))
                {
                    Remove(item, gaps);
                }

                _list = Place(added, gaps);
                _users = now;
                return _list;
            }
            catch
            {
                // What was counted in part would be wrong for ever.
                _entries.Clear();
                _users = new HashSet<TUser>(Identity.Instance);
                _list = ImmutableArray<T>.Empty;
                throw;
            }
        }
    }

    private void Add(T item, List<Entry> added)
    {
        string key = name(item);
        if (!_entries.TryGetValue(key, out Entry entry))
        {
            _entries.Add(key, entry = new Entry(key, item));
            added.Add(entry);
        }
        else if (!ReferenceEquals(entry.Item, item) && !entry.Item.Equals(item))
        {
            throw new InvalidOperationException($"Two different things are named {key}.");
        }

        entry.Uses++;
    }

    private void Remove(T item, List<int> gaps)
    {
        string key = name(item);
        Entry entry = _entries[key];
        if (--entry.Uses == 0)
        {
            _entries.Remove(key);
            gaps.Add(entry.Place);
        }
    }

    /// <summary>Gives what is new the places of what has gone, in order, and fills gaps that are left from the end.</summary>
    private ImmutableArray<T> Place(List<Entry> added, List<int> gaps)
    {
        if (added.Count == 0 && gaps.Count == 0)
        {
            return _list;
        }

        gaps.Sort();
        added.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        ImmutableArray<T>.Builder list = ImmutableArray.CreateBuilder<T>(_list.Length + added.Count);
        list.AddRange(_list);
        int filled = Math.Min(gaps.Count, added.Count);
        for (int i = 0; i < filled; i++)
        {
            list[gaps[i]] = added[i].Item;
            added[i].Place = gaps[i];
        }

        foreach (Entry entry in added.Skip(filled))
        {
            entry.Place = list.Count;
            list.Add(entry.Item);
        }

        int last = gaps.Count - 1;
        for (int i = filled; i <= last; i++)
        {
            while (last >= i && gaps[last] == list.Count - 1)
            {
                list.RemoveAt(gaps[last--]);
            }

            if (i <= last)
            {
                list[gaps[i]] = list[list.Count - 1];
                _entries[name(list[gaps[i]])].Place = gaps[i];
                list.RemoveAt(list.Count - 1);
            }
        }

        return list.ToImmutable();
    }

    private sealed class Entry(string name, T item)
    {
        public string Name { get; } = name;

        public T Item { get; } = item;

        public int Uses { get; set; }

        public int Place { get; set; }
    }

    private sealed class Identity : IEqualityComparer<TUser>
    {
        public static readonly Identity Instance = new();

        public bool Equals(TUser x, TUser y) => ReferenceEquals(x, y);

        public int GetHashCode(TUser user) => RuntimeHelpers.GetHashCode(user);
    }
}
