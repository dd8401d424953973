namespace NetGen;

/// <summary>A box as a network found it.</summary>
/// <param name="Box">Where the object is.</param>
/// <param name="Class">What it is taken for, from 0.</param>
/// <param name="Score">How sure the network is; the order of the detections follows from it.</param>
public readonly record struct DetectedBox(BoundingBox Box, int Class, float Score);
