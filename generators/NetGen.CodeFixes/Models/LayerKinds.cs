using NetGen.Generators.IR;

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
    public static bool ReadsTags(string kind) => ReadsOneTag(kind) || IsRecurrent(kind) || ReadsLengths(kind) || kind is Add or Concat or Multiply or Prepend;

    /// <summary>Whether a layer reads one tagged value, the argument <c>tag</c>.</summary>
    public static bool ReadsOneTag(string kind) => kind is From or "RoIAlign" or "RoIPool" or "MaxUnpool";

    /// <summary>Whether a layer goes through a sequence with a state: its tags are properties.</summary>
    public static bool IsRecurrent(string kind) => kind is "LSTM" or "GRU" or "SimpleRNN";

    /// <summary>Whether a layer without a state reads how many of its steps each sequence has, its only tag.</summary>
    public static bool ReadsLengths(string kind) => kind is GlobalAvgPool or "GlobalMaxPool" or "CTC";

    /// <summary>Whether an argument of a layer that reads tags is one: all texts of its constructor are, and of its properties those of layers over sequences.</summary>
    /// <param name="property">The property that is set; null for an argument of the constructor.</param>
    public static bool IsTag(string? property) => property is null or nameof(RecurrentTags.InitialState) or nameof(RecurrentTags.InitialCell) or nameof(RecurrentTags.Lengths);
}
