using NetGen;

namespace Enlarge;

/// <summary>
/// Enlarges a tile of 16×16 pixels twice. It reads the 4 pixels around the tile as well, as far as the convolutions see, so that tiles of a large picture meet without a seam.
/// </summary>
/// <remarks>
/// Shi et al. 2016, "Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network" (arXiv 1609.05158), section 3: three convolutions
/// on the small picture, the last of which makes the four pixels of each one as channels. Two things differ: it reads and makes red, green and blue instead of the luma, and
/// it adds to straight lines between the pixels, so that only what those lack is learned.
/// </remarks>
[Input(3, 24, 24)]
[Tag("small")]
[Conv(64, 5)] [Tanh] // 24 → 20
[Conv(32, 3)] [Tanh] // → 18
[Conv(12, 3, Name = "pixels")] // → 16
[PixelShuffle(2)] // → 32
[Tag("detail")]
[From("small")] [Crop(3)] [Upsample(2, Mode = UpsampleMode.Bilinear)] [Crop(2)] // a pixel more on every side, which the lines at the tile's edge go to
[Add("detail")]
[MeanSquaredError]
public sealed partial class Espcn;
