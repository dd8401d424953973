using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>One way to mend a fault: what the light bulb says, and the changes of the text.</summary>
/// <param name="Title">What it does, as an editor offers it.</param>
/// <param name="Key">The same for fixes of the same manner, so that all of a project can be mended so at once.</param>
/// <param name="Changes">Changes of one file, in its order, which do not overlap.</param>
internal sealed record Fix(string Title, string Key, params TextChange[] Changes);
