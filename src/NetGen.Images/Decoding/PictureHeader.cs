namespace NetGen.Images;

/// <summary>What a file's header says.</summary>
/// <param name="Format">The kind of file: PNG, JPEG, BMP, GIF, Webp, TIFF.</param>
/// <param name="Width">Pixels in a row as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="Orientation">The number that says how it is turned; null where only decoding tells.</param>
internal sealed record PictureHeader(string Format, int Width, int Height, int? Orientation);
