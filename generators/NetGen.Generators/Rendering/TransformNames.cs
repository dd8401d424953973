namespace NetGen.Generators.Rendering;

/// <summary>What a one-dimensional transform reads and declares, as names in the generated code.</summary>
/// <param name="Source">What the names of the values that it reads begin with.</param>
/// <param name="Result">What those of the points begin with that it declares.</param>
/// <param name="Mark">Ends all names, where several transforms stand in one block.</param>
/// <param name="First">The first point to declare.</param>
/// <param name="End">Behind the last: points 1 and 2, and 3 and 4, are declared together.</param>
internal sealed record TransformNames(string Source, string Result, string Mark = "", int First = 0, int End = int.MaxValue)
{
    /// <summary>The name of a value that is read.</summary>
    public string From(int i) => $"{Source}{i}{Mark}";

    /// <summary>The name of a point.</summary>
    public string To(int i) => $"{Result}{i}{Mark}";

    /// <summary>The name of what is between.</summary>
    public string Of(string name) => name + Mark;

    /// <summary>Whether a point is to be declared.</summary>
    public bool Has(int point) => point >= First && point < End;
}
