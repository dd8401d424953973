namespace NetGen.Generators.IR;

/// <summary>Names in the generated code that layers do not choose.</summary>
internal static class PlanNames
{
    /// <summary>The class that holds a prediction's constants and calls.</summary>
    public const string Prediction = "Prediction";

    /// <summary>The class that holds a training step's constants and calls.</summary>
    public const string Training = "Training";

    /// <summary>The class that holds the constants and calls of what computes gradients by tagged values.</summary>
    public const string Explanation = "Explanation";

    /// <summary>The class that holds the constants and calls of a step of sequences.</summary>
    public const string Stepping = "Stepping";

    /// <summary>The class that holds the parameters' places.</summary>
    public const string Parameters = "Parameter";

    /// <summary>What the methods in these classes begin with that hold calls; a number follows.</summary>
    public const string Part = "Part";

    /// <summary>What the methods begin with that choose between phases; a number follows.</summary>
    public const string Phases = "Phases";

    /// <summary>The number of the turn in a part that repeats.</summary>
    public const string Turn = "turn";

    /// <summary>The number of the sequence in the chunk, in a call that is made for each by itself.</summary>
    public const string Sequence = "sequence";

    /// <summary>The place of a turn's first image in the chunk, in a segment that takes some images at a time.</summary>
    public const string First = "first";

    /// <summary>Whether a constant of this name would be in the way of something else in its class.</summary>
    public static bool IsTaken(string name) =>
        name is Prediction or Training or Explanation or Stepping or Parameters or nameof(Equals) or nameof(ReferenceEquals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString) or "MemberwiseClone" or "Finalize"
        || IsNumbered(name, Part) || IsNumbered(name, Phases);

    private static bool IsNumbered(string name, string start) =>
        name.StartsWith(start, StringComparison.Ordinal) && name.Length > start.Length && name.Skip(start.Length).All(char.IsDigit);
}
