namespace NetGen.Generators.Emission;

/// <summary>Hands images of a plane out as NCHW.</summary>
internal sealed record LeaveKernel(Plane Plane) : Kernel
{
    public override string Name => $"Leave_{Plane.Key}";

    public override string Summary => $"Copies images of {Plane.C} × {Plane.H} × {Plane.W} from the internal NHWC layout to NCHW.";

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
                    code.Line($"float* from = x + (row * {Plane.Row}) + channel;");
                    code.Line($"float* to = y + (((channel * {Plane.H}) + row) * {Plane.W});");
                    using (code.Block($"for (int column = 0; column < {Plane.W}; column++)"))
                    {
                        code.Line($"to[column] = from[column * {Plane.Pitch}];");
                    }
                }
            }

            code.Line($"x += {Plane.Image};");
            code.Line($"y += {Plane.C * Plane.H * Plane.W};");
        }
    }
}
