namespace NetGen.Generators.Emission;

/// <summary>A method that makes a model with the weights of a file.</summary>
/// <param name="Names">The parameter that says which tensor is whose, with its type; null where the file has the model's names.</param>
internal sealed record FactoryMethod(string? Names)
{
    /// <summary>One for each form of <c>Model.Load</c>.</summary>
    public static readonly FactoryMethod[] All =
    [
        new((string?)null),
        new("global::System.Func<string, string?> rename"),
        new("global::System.Collections.Generic.IReadOnlyDictionary<string, string> names"),
    ];

    /// <summary>The parameters as declared.</summary>
    public string Parameters => Names is null ? "string path, ulong seed = 0" : $"string path, {Names}, ulong seed = 0";

    /// <summary>The parameters of an explicit implementation, which has no defaults.</summary>
    public string Explicit => Parameters.Replace(" = 0", "");

    /// <summary>What the weights' source is made from.</summary>
    public string Arguments => Names is null ? "path" : $"path, {Names.Substring(Names.LastIndexOf(' ') + 1)}";
}
