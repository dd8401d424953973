namespace NetGen.Testing;

/// <summary>A file that the generator writes.</summary>
/// <param name="Name">Such as <c>MyApp.SmallNet.g.cs</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string Name, string Text);
