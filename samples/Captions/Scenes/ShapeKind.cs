namespace Captions;

/// <summary>What a thing is; its name in small letters is its word.</summary>
internal enum ShapeKind
{
    Circle,
    Square,
    Triangle,
    Star,
    Cross,
}
