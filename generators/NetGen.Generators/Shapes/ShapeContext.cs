using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>What an op sees while its output's shape is inferred, and where it reports what does not fit.</summary>
internal sealed class ShapeContext(Node node, EquatableArray<Shape> inputs, List<Problem> problems)
{
    public Node Node => node;

    public EquatableArray<Shape> Inputs => inputs;

    /// <summary>
    /// What messages call the layer: the op, and inside a block its path and the block as well, which the attribute alone does not tell;
    /// for the loss of an output its path.
    /// </summary>
    public string Label => node.Block.Length > 0 ? $"{node.Op} ({node.Path} in {node.Block})"
        : node.Path.Contains('.') ? $"{node.Op} ({node.Path})"
        : node.Op;

    /// <summary>The first input's shape.</summary>
    public Shape Input => inputs[0];

    /// <summary>The settings.</summary>
    public T Spec<T>()
        where T : Spec => (T)node.Spec;

    /// <summary>Reports a problem on the node's attribute; returns null, so that an op can <c>return c.Fail(…)</c>.</summary>
    public Shape? Fail(string id, params string[] arguments)
    {
        problems.Add(new Problem(id, node.Layer, arguments));
        return null;
    }

    /// <summary>The same where one argument of the attribute is to blame.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="argument">The argument, as <see cref="Problem.Argument"/> has it.</param>
    /// <param name="arguments">What the message's placeholders stand for.</param>
    public Shape? FailAt(string id, string argument, params string[] arguments)
    {
        problems.Add(new Problem(id, node.Layer, arguments) { Argument = argument });
        return null;
    }
}
