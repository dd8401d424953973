namespace NetGen.Generators.Rendering;

/// <summary>The variable that says which rows or tiles a thread takes, where several share a call.</summary>
internal sealed record TeamSlice(string Name)
{
    public string First => Name + ".First";

    public string End => Name + ".End";
}
