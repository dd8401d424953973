using NetGen;
using NetGen.Images;

namespace Detection;

/// <summary>A picture with the cells in it.</summary>
/// <param name="Picture">Red, green, blue.</param>
/// <param name="Cells">Where which cells are.</param>
internal sealed record CellImage(Picture Picture, LabelledBox[] Cells);
