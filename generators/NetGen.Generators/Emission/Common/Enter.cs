using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Brings images from NCHW into a plane, or hands them out.</summary>
/// <param name="Plane">The plane.</param>
/// <param name="Sample">Floats from an image to the next in NCHW: more than the image where others lie between.</param>
internal abstract record ExchangeKernel(Plane Plane, int Sample) : SizedKernel
{
    /// <summary>The name that the plane's sizes begin with: its pointer's.</summary>
    protected abstract string Inside { get; }

    /// <summary>The same of the other side.</summary>
    protected string Outside => Inside == "x" ? "y" : "x";

    protected override EquatableArray<string> Pointers => new[] { "float* x", "float* y" };

    protected string Suffix => Plane.IsVector ? "Vectors" : "";

    public override EquatableArray<Size> Sizes => Plane.IsVector
        ? new[] { new Size("channels", Plane.C), new Size($"{Inside}Image", Plane.Image), new Size($"{Outside}Image", Sample) }
        : new[] { new Size("channels", Plane.C), new Size("rows", Plane.H), new Size("columns", Plane.W), new Size("pitch", Plane.Pitch) }
            .Concat(Strides(Inside, Plane)).Concat([new Size($"{Outside}Image", Sample)]).ToEquatableArray();

    public override string Remarks => Plane.IsVector
        ? "Sizes: the channels, and floats from an image to the next."
        : $"Sizes: the channels, rows and columns; floats from a pixel to the next, and from a row of {Inside}; floats from an image to the next.";

    /// <summary>What is left of the plane: whether it is a vector.</summary>
    protected static Plane Unsized(Plane plane) => plane.IsVector ? new(0, 1, 1, 0, 0, 0) : Plane.Unsized(false);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (Plane.IsVector)
            {
                code.Line("new global::System.ReadOnlySpan<float>(x, channels).CopyTo(new global::System.Span<float>(y, channels));");
            }
            else
            {
                using (code.Block("for (int row = 0; row < rows; row++)"))
                using (code.Block("for (int channel = 0; channel < channels; channel++)"))
                {
                    code.Line($"float* line = {Outside} + (((channel * rows) + row) * columns);");
                    code.Line($"float* pixel = {Inside} + (row * {Inside}Row) + channel;");
                    using (code.Block("for (int column = 0; column < columns; column++)"))
                    {
                        code.Line(Inside == "y" ? "*pixel = line[column];" : "line[column] = *pixel;");
                        code.Line("pixel += pitch;");
                    }
                }
            }

            code.Line("x += xImage;");
            code.Line("y += yImage;");
        }
    }
}

/// <summary>Brings images from NCHW into a plane.</summary>
internal sealed record EnterKernel(Plane Plane, int Sample) : ExchangeKernel(Plane, Sample)
{
    /// <summary>For images that follow each other.</summary>
    public EnterKernel(Plane plane)
        : this(plane, plane.C * plane.H * plane.W)
    {
    }

    public override Kernel Body => new EnterKernel(Unsized(Plane), 0);

    public override string Name => "Enter" + Suffix;

    public override string Summary => Plane.IsVector ? "Copies vectors into the internal layout." : "Copies images from NCHW into the internal NHWC layout.";

    protected override string Inside => "y";
}
