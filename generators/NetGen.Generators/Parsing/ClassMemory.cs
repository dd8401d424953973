using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>Remembers what was read of a class for as long as its text and its surroundings stay the same.</summary>
/// <param name="surroundings">What tells that they do.</param>
/// <param name="read">Reads a class.</param>
internal sealed class ClassMemory<T>(Surroundings surroundings, Func<GeneratorSyntaxContext, CancellationToken, T> read)
{
    // A file that is typed in has nodes of its own, so what is remembered of its old ones goes with them.
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    /// <summary>What <paramref name="context"/>'s class says.</summary>
    public T Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        object state = surroundings.StateOf(context.SemanticModel.Compilation);
        if (_entries.TryGetValue(context.Node, out Entry known) && ReferenceEquals(known.State, state))
        {
            return known.Value;
        }

        T value = read(context, cancellation);
        _entries.Remove(context.Node);

        // What a class in several parts says depends on attributes of the others.
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is { DeclaringSyntaxReferences.Length: 1 })
        {
            _entries.Add(context.Node, new Entry(state, value));
        }

        return value;
    }

    private sealed class Entry(object state, T value)
    {
        public object State { get; } = state;

        public T Value { get; } = value;
    }
}
