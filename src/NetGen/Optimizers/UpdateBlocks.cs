using NetGen.Runtime;

namespace NetGen;

/// <summary>Runs an <see cref="UpdatePass"/> in blocks over a pool's threads.</summary>
internal sealed unsafe class UpdateBlocks<TRule> : IWork
    where TRule : struct, IUpdateRule
{
    /// <summary>Values of a block: whole vectors on every processor, and long beside the cost of handing it out.</summary>
    private const int Length = 64 * 1024;

    private TRule _rule;
    private float* _values;
    private float* _gradients;
    private float* _first;
    private float* _second;
    private float* _third;
    private int _count;

    /// <summary>Changes all values and states.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="rule">The formula.</param>
    /// <param name="values">The trainable values.</param>
    /// <param name="gradients">As many gradients.</param>
    /// <param name="first">As many floats of state, where the rule has one.</param>
    /// <param name="second">The same for a second.</param>
    /// <param name="third">The same for a third.</param>
    /// <param name="count">How many values.</param>
    public void Run(WorkerPool pool, TRule rule, float* values, float* gradients, float* first, float* second, float* third, int count)
    {
        _rule = rule;
        _values = values;
        _gradients = gradients;
        _first = first;
        _second = second;
        _third = third;
        _count = count;
        pool.Run(this, (int)(((long)count + Length - 1) / Length));
    }

    void IWork.Run(int item, int worker)
    {
        int start = item * Length;
        int length = Math.Min(Length, _count - start);
        UpdatePass.Run(
            _rule,
            new Span<float>(_values + start, length),
            new ReadOnlySpan<float>(_gradients + start, length),
            State(_first, 0),
            State(_second, 1),
            State(_third, 2));

        Span<float> State(float* state, int index) => TRule.States > index ? new Span<float>(state + start, length) : default;
    }
}
