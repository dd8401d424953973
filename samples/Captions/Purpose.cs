namespace Captions;

/// <summary>What random numbers are for, so that each purpose has a sequence of its own.</summary>
internal enum Purpose
{
    /// <summary>Which combinations are held out.</summary>
    Split = 10,

    /// <summary>Scenes to train with.</summary>
    Train,

    /// <summary>Scenes of combinations that are held out.</summary>
    HeldOut,

    /// <summary>Other scenes of the combinations that are trained with.</summary>
    Familiar,

    /// <summary>What is said of a scene; added to the scene's own.</summary>
    Sentences = 100,
}
