using System.Numerics;

namespace NetGen;

/// <summary>An optimizer's formula for some values at once, with up to three floats of state for each.</summary>
internal interface IUpdateRule
{
    /// <summary>How many of the states are in use, 0 to 3; constant, so that the loop holds no test.</summary>
    static abstract int States { get; }

    /// <summary>Changes the values and their state.</summary>
    /// <param name="value">The trainable values.</param>
    /// <param name="gradient">Their gradients.</param>
    /// <param name="first">The first state.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    void Apply(ref Vector<float> value, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third);
}
