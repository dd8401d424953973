using System.CommandLine;

namespace NetGen.Bench.Modes;

/// <summary>One thing the program measures, chosen by the first word of the command line.</summary>
internal interface IMode
{
    /// <summary>The word with its options and its action.</summary>
    Command Command { get; }
}
