namespace NetGen.Zoo;

/// <summary>All networks of the zoo, family by family in the order of their years.</summary>
public static class Networks
{
    /// <summary>The networks.</summary>
    public static IReadOnlyList<ZooNetwork> All { get; } =
    [
        .. LeNetFamily.Networks,
        .. AlexNetFamily.Networks,
        .. NinFamily.Networks,
        .. VggFamily.Networks,
        .. InceptionFamily.Networks,
        .. ResNetFamily.Networks,
        .. CifarResNetFamily.Networks,
        .. DeepConvNetFamily.Networks,
        .. AblationFamily.Networks,
    ];
}
