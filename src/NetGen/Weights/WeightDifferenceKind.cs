namespace NetGen;

/// <summary>In what a tensor differs from the parameter of its name.</summary>
public enum WeightDifferenceKind
{
    /// <summary>Its elements are no <see cref="DType.F32"/>.</summary>
    Type,

    /// <summary>Its dimensions are others.</summary>
    Shape,

    /// <summary>It is not zero where a filter is not connected (<see cref="ParameterInfo.Connections"/>).</summary>
    Connections,
}
