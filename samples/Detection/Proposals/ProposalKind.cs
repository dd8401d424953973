namespace Detection;

/// <summary>Where the boxes come from that the second stage looks at.</summary>
internal enum ProposalKind
{
    /// <summary>A region proposal network on the same features: Faster R-CNN.</summary>
    Network,

    /// <summary>Windows that stand out from what is around them: Fast R-CNN.</summary>
    Windows,
}
