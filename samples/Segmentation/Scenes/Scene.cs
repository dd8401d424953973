using NetGen.Images;

namespace Segmentation;

/// <summary>A picture and the class of each of its pixels.</summary>
/// <param name="Picture">Red, green, blue.</param>
/// <param name="Labels">The classes, row by row.</param>
internal sealed record Scene(Picture Picture, byte[] Labels);
