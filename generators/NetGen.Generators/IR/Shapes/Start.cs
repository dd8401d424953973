namespace NetGen.Generators.IR;

/// <summary>How a parameter starts; <see cref="Weight"/> is decided by what follows the layer: He before a ReLU, else Xavier.</summary>
internal enum Start
{
    Zero,
    One,
    Quarter,
    Weight,
    PlusMinusOne,

    /// <summary>Xavier's, whatever follows: between sigmoids and tanh.</summary>
    Xavier,

    /// <summary>Normal with variance 1.</summary>
    Normal,

    /// <summary>A vector of length 1 in any direction.</summary>
    Unit,
}
