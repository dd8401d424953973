namespace NetGen.TensorBoard.Tests;

/// <summary>An event that was read.</summary>
/// <param name="WallTime">Seconds since 1970.</param>
/// <param name="Step">The step.</param>
/// <param name="Tag">The value's tag.</param>
/// <param name="Value">The value's fields.</param>
internal sealed record ReadEvent(double WallTime, long Step, string Tag, ILookup<int, byte[]> Value)
{
    /// <summary>The value's number.</summary>
    public float Scalar => BitConverter.ToSingle(Value[2].Single());
}
