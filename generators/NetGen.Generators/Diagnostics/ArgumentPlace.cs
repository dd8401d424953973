namespace NetGen.Generators.Diagnostics;

/// <summary>Where an argument of an attribute stands.</summary>
/// <param name="Name">Its parameter's or property's name; of an array's element, that with its number: <c>tags[1]</c>.</param>
/// <param name="Place">Where it stands, with its name where it is written with one.</param>
internal readonly record struct ArgumentPlace(string Name, Place Place);
