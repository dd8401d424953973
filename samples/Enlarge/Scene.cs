using System.Numerics;
using NetGen;
using NetGen.Images;

namespace Enlarge;

/// <summary>Draws a picture of 64×64 pixels: shapes, plain and striped, one over the other on a slope of colours. It is wholly determined by its random numbers.</summary>
internal static class Scene
{
    public const int Side = 64;
    private const int Channels = 3;
    private const int FewestShapes = 4;
    private const int MoreShapes = 8;

    public static Picture Draw(RandomSource random)
    {
        Paint background = Paint.Slope(ref random);
        Shape[] shapes = new Shape[FewestShapes + random.Next(MoreShapes)];
        for (int i = 0; i < shapes.Length; i++)
        {
            shapes[i] = new Shape(ref random);
        }

        byte[] bytes = new byte[Channels * Side * Side];
        for (int i = 0; i < Side * Side; i++)
        {
            Vector2 point = new((i % Side) + 0.5f, (i / Side) + 0.5f);
            Vector3 colour = background.At(point);
            foreach (Shape shape in shapes)
            {
                colour = Vector3.Lerp(colour, shape.Paint.At(point), shape.Cover(point));
            }

            for (int channel = 0; channel < Channels; channel++)
            {
                bytes[(channel * Side * Side) + i] = (byte)((Math.Clamp(colour[channel], 0f, 1f) * byte.MaxValue) + 0.5f);
            }
        }

        return Picture.FromBytes([Channels, Side, Side], bytes);
    }
}
