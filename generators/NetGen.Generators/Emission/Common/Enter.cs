namespace NetGen.Generators.Emission;

/// <summary>Brings images from NCHW into a plane.</summary>
internal sealed record EnterKernel(Plane Plane) : Kernel
{
    public override string Name => $"Enter_{Plane.Key}";

    public override string Summary => $"Copies images of {Plane.C} × {Plane.H} × {Plane.W} from NCHW into the internal NHWC layout.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (Plane.IsVector)
            {
                code.Line($"global::System.Buffer.MemoryCopy(x, y, {Plane.C} * sizeof(float), {Plane.C} * sizeof(float));");
            }
            else
            {
                using (code.Block($"for (int row = 0; row < {Plane.H}; row++)"))
                using (code.Block($"for (int channel = 0; channel < {Plane.C}; channel++)"))
                {
                    code.Line($"float* from = x + (((channel * {Plane.H}) + row) * {Plane.W});");
                    code.Line($"float* to = y + (row * {Plane.Row}) + channel;");
                    using (code.Block($"for (int column = 0; column < {Plane.W}; column++)"))
                    {
                        code.Line($"to[column * {Plane.Pitch}] = from[column];");
                    }
                }
            }

            code.Line($"x += {Plane.C * Plane.H * Plane.W};");
            code.Line($"y += {Plane.Image};");
        }
    }
}
