using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Brings images from NCHW into a plane, or hands them out.</summary>
internal abstract class ExchangeText(ExchangeKernel kernel) : KernelText(kernel)
{
    private readonly ExchangeKernel _kernel = kernel;

    private string Inside => _kernel.Inside.Name;

    private string Outside => _kernel.Outside.Name;

    private EquatableArray<Size> Sizes => _kernel.Sizes;

    private Plane Plane => _kernel.Plane;

    public override string Remarks => Plane.IsVector
        ? "Sizes: the channels, and floats from an image to the next."
        : $"Sizes: the channels, rows and columns; floats from a pixel to the next, and from a row of {Inside}; floats from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (Plane.IsVector)
            {
                code.Line("new global::System.ReadOnlySpan<float>(x, channels).CopyTo(new global::System.Span<float>(y, channels));");
            }
            else
            {
                (string planar, string pixels) = ($"{Outside} + (share.First * columns)", $"{Inside} + (share.First * {Inside}Row)");
                string sizes = $"channels, share.Count, columns, rows * columns, {Inside}Row, pitch";
                code.Line("TeamShare share = TeamShare.Of(rows, part, parts);");
                code.Line(Inside == "y" ? $"ImageExchange.Enter({planar}, {pixels}, {sizes});" : $"ImageExchange.Leave({pixels}, {planar}, {sizes});");
            }

            code.Line("x += xImage;");
            code.Line("y += yImage;");
        }
    }
}

/// <summary>Brings images from NCHW into a plane.</summary>
internal sealed class EnterText(EnterKernel kernel) : ExchangeText(kernel)
{
    private readonly EnterKernel _kernel = kernel;

    private Plane Plane => _kernel.Plane;

    public override string Summary => Plane.IsVector ? "Copies vectors into the internal layout." : "Copies images from NCHW into the internal NHWC layout.";
}
