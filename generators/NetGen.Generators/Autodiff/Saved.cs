namespace NetGen.Generators.Autodiff;

/// <summary>The forward values that an op's gradient reads, so that they stay until then.</summary>
[Flags]
internal enum Saved
{
    Nothing = 0,
    Inputs = 1,
    Output = 2,
}
