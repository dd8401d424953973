namespace NetGen.Generators.IR;

/// <summary>Zeroes values by chance in training.</summary>
/// <param name="Rate">The share that is zeroed.</param>
internal sealed record DropoutSpec(float Rate) : Spec
{
    public override bool KeepsValues => true;
}
