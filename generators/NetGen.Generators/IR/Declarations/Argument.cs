using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>One argument of a layer attribute under its parameter's or property's name.</summary>
/// <param name="Name">The constructor parameter's or property's name as written in the attribute class, such as <c>filters</c> or <c>Pad</c>.</param>
/// <param name="Number">Its number; 1 and 0 for true and false; 0 for text.</param>
/// <param name="Texts">Its text, or its texts where the parameter is an array; otherwise empty.</param>
internal readonly record struct Argument(string Name, double Number, EquatableArray<string> Texts)
{
    /// <summary>Its numbers, where the parameter is an array of them; 1 and 0 for true and false.</summary>
    public EquatableArray<double> Numbers { get; init; }
}
