namespace NetGen.Generators.Emission;

/// <summary>A method that makes a model with the weights of a file.</summary>
/// <param name="Summary">What its summary adds after the file.</param>
/// <param name="Names">The parameter that says which tensor is whose; null where the file has the model's names.</param>
internal sealed record FactoryMethod(string Summary, FactoryParameter? Names)
{
    /// <summary>One for each form of <c>Model.Load</c>.</summary>
    public static readonly FactoryMethod[] All =
    [
        new("", null),
        new(" of other names, such as a model's from PyTorch", new FactoryParameter(
            "global::System.Func<string, string?>",
            "rename",
            "Gives the path that a tensor of the file is for, by the tensor's name, or null to leave that tensor out.")),
        new(" of other names, by a table", new FactoryParameter(
            "global::System.Collections.Generic.IReadOnlyDictionary<string, string>",
            "names",
            "The path that each tensor of the file is for, by the tensor's name; the empty text leaves a tensor out.")),
    ];

    /// <summary>The parameters as declared.</summary>
    public string Parameters => Names is { } names ? $"string path, {names.Type} {names.Name}, ulong seed = 0" : "string path, ulong seed = 0";

    /// <summary>What the weights' source is made from.</summary>
    public string Arguments => Names is { } names ? $"path, {names.Name}" : "path";
}

/// <summary>A parameter of such a method.</summary>
/// <param name="Type">Its type in C#.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
internal sealed record FactoryParameter(string Type, string Name, string Summary);
