namespace Captions;

/// <summary>What colour a thing has; its name in small letters is its word.</summary>
internal enum Colour
{
    Red,
    Green,
    Blue,
    Yellow,
    Purple,
    White,
}
