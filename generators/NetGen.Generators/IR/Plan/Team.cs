namespace NetGen.Generators.IR;

/// <summary>Who makes a call of a prediction where several threads predict the same images.</summary>
internal enum Team
{
    /// <summary>There is no such prediction.</summary>
    None,

    /// <summary>The first of the threads.</summary>
    First,

    /// <summary>All of them, each a part of it.</summary>
    All,
}
