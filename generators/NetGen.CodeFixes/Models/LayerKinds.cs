namespace NetGen.CodeFixes.Models;

/// <summary>Names of layers that fixes look for or write.</summary>
internal static class LayerKinds
{
    public const string Input = "Input";
    public const string Tag = "Tag";
    public const string From = "From";
    public const string Add = "Add";
    public const string Concat = "Concat";
    public const string Multiply = "Multiply";
    public const string Prepend = "Prepend";
    public const string Flatten = "Flatten";
    public const string GlobalAvgPool = "GlobalAvgPool";

    /// <summary>Whether a layer reads tagged values.</summary>
    public static bool ReadsTags(string kind) => kind is From or Add or Concat or Multiply or Prepend;
}
