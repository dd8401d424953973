using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// What both directions of max pooling share. A row of the window outside the image is moved to the nearest one inside,
/// which the window holds as well: a value seen twice changes no maximum, and padding never wins. Columns outside are left out.
/// </summary>
internal abstract record MaxPoolWalk(Plane X, Plane Y, Window Window) : Kernel
{
    /// <summary>Places of a window that are written out one by one; larger windows get loops.</summary>
    private const int MostPlaces = 25;

    protected string Key => $"{Window.KernelY}x{Window.KernelX}s{Window.StrideY}{(Window.StrideX == Window.StrideY ? "" : "_" + Window.StrideX)}"
        + $"p{Window.PadY}{(Window.PadX == Window.PadY ? "" : "_" + Window.PadX)}_{X.Key}_to_{Y.Key}";

    protected bool Unrolled => Window.KernelY * Window.KernelX <= MostPlaces;

    /// <summary>Whether no window leaves the image.</summary>
    protected bool Inside => Window.PadY == 0 && Window.PadX == 0
        && ((Y.H - 1) * Window.StrideY) + Window.KernelY <= X.H && ((Y.W - 1) * Window.StrideX) + Window.KernelX <= X.W;

    /// <summary>
    /// Loops over the windows of an image: <c>row</c> and <c>column</c> are the output's. <paramref name="body"/> is told the column where
    /// it is a constant. <paramref name="target"/> is a second plane of the input's shape whose places are asked for, or null.
    /// </summary>
    protected void EmitWindows(CodeWriter code, Plane? target, Action<int?> body)
    {
        using (code.Block($"for (int row = 0; row < {Y.H}; row++)"))
        {
            if (Unrolled)
            {
                code.Line("// Where the window's rows begin.");
            }

            for (int k = 0; k < Window.KernelY && Unrolled; k++)
            {
                string inRow = $"(row * {Window.StrideY})" + (k == Window.PadY ? "" : k > Window.PadY ? $" + {k - Window.PadY}" : $" - {Window.PadY - k}");
                bool inside = k >= Window.PadY && ((Y.H - 1) * Window.StrideY) + k - Window.PadY < X.H;
                string clamped = inside ? k == Window.PadY ? inRow : $"({inRow})" : $"global::System.Math.Clamp({inRow}, 0, {X.H - 1})";
                code.Line($"int row{k} = {clamped} * {X.Row};");
                if (target is not null && target.Row != X.Row)
                {
                    code.Line($"int target{k} = {clamped} * {target.Row};");
                }
            }

            if (!Unrolled)
            {
                code.Line($"int top = global::System.Math.Max((row * {Window.StrideY}) - {Window.PadY}, 0);");
                code.Line($"int bottom = global::System.Math.Min((row * {Window.StrideY}) - {Window.PadY} + {Window.KernelY}, {X.H});");
                using (code.Block($"for (int column = 0; column < {Y.W}; column++)"))
                {
                    code.Line($"int left = global::System.Math.Max((column * {Window.StrideX}) - {Window.PadX}, 0);");
                    code.Line($"int right = global::System.Math.Min((column * {Window.StrideX}) - {Window.PadX} + {Window.KernelX}, {X.W});");
                    body(null);
                }

                return;
            }

            // Windows that reach over the left or right edge are written out; the others are a loop.
            int begin = Math.Min(Y.W, (Window.PadX + Window.StrideX - 1) / Window.StrideX);
            int end = Math.Max(begin, Math.Min(Y.W, X.W + Window.PadX < Window.KernelX ? 0 : ((X.W + Window.PadX - Window.KernelX) / Window.StrideX) + 1));
            for (int column = 0; column < begin; column++)
            {
                Edge(code, column, body);
            }

            if (begin < end)
            {
                using (code.Block($"for (int column = {begin}; column < {end}; column++)"))
                {
                    body(null);
                }
            }

            for (int column = end; column < Y.W; column++)
            {
                Edge(code, column, body);
            }
        }
    }

    /// <summary>
    /// Calls <paramref name="visit"/> for each place of the window, in order, with the floats from the image's first pixel to it in the
    /// input and in the target, and the place's number.
    /// </summary>
    protected void EmitPlaces(CodeWriter code, Plane? target, int? column, Action<string, string, int> visit)
    {
        if (!Unrolled)
        {
            using (code.Block("for (int y = top; y < bottom; y++)"))
            using (code.Block("for (int x = left; x < right; x++)"))
            {
                visit($"(y * {X.Row}) + (x * {X.Pitch})", $"(y * {target?.Row}) + (x * {X.Pitch})", 0);
            }

            return;
        }

        for (int y = 0; y < Window.KernelY; y++)
        {
            for (int x = 0; x < Window.KernelX; x++)
            {
                string end = Walk.At($" + (column * {Window.StrideX * X.Pitch})", (x - Window.PadX) * X.Pitch);
                if (column is { } at)
                {
                    int place = (at * Window.StrideX) - Window.PadX + x;
                    if (place < 0 || place >= X.W)
                    {
                        continue;
                    }

                    end = place == 0 ? "" : $" + {place * X.Pitch}";
                }

                string start = target is null || target.Row == X.Row ? "row" : "target";
                visit($"row{y}{end}", $"{start}{y}{end}", (y * Window.KernelX) + x);
            }
        }
    }

    private static void Edge(CodeWriter code, int column, Action<int?> body)
    {
        using (code.Block($"// Column {column} reaches over the edge."))
        {
            code.Line($"const int column = {column};");
            body(column);
        }
    }
}

/// <summary>The largest value of each window; not a number where one of them is not.</summary>
internal sealed record MaxPoolKernel(Plane X, Plane Y, Window Window) : MaxPoolWalk(X, Y, Window)
{
    public override string Name => $"MaxPool_{Key}";

    public override string Summary => $"Takes the largest of {Window.KernelY} × {Window.KernelX} values.";

    public override EquatableArray<string> Parameters => new[] { "float* input", "float* output", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            EmitWindows(code, null, column =>
            {
                code.Line($"float* to = output + (row * {Y.Row}) + (column * {Y.Pitch});");
                using (code.Block($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
                {
                    code.Line("float* from = input + channel;");
                    code.Line($"var best = {isa.Broadcast("float.NegativeInfinity")};");
                    code.Line("// Maxima leave out what is not a number, so that these are looked for by themselves, two values at a time.");
                    code.Line($"var odd = {isa.Zero};");
                    string? waiting = null;
                    EmitPlaces(code, null, column, (place, _, number) =>
                    {
                        code.Line($"var v{number} = {isa.Load($"from + {place}")};");
                        code.Line($"best = {isa.Max($"v{number}", "best")};");
                        if (!Unrolled)
                        {
                            EmitOdd(code, "v0", "v0");
                        }
                        else if (waiting is null)
                        {
                            waiting = $"v{number}";
                        }
                        else
                        {
                            EmitOdd(code, waiting, $"v{number}");
                            waiting = null;
                        }
                    });
                    if (waiting is not null)
                    {
                        EmitOdd(code, waiting, waiting);
                    }

                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd, {isa.Broadcast("float.NaN")}, best)", "to + channel") + ";");
                }
            });
            code.Line($"input += {X.Image};");
            code.Line($"output += {Y.Image};");
        }
    }

    private static void EmitOdd(CodeWriter code, string a, string b) => code.Line($"odd |= global::NetGen.Runtime.VectorMath.Unordered({a}, {b});");
}

/// <summary>The gradient of max pooling: it goes to the first place that holds the maximum, or to the last that is not a number, as PyTorch's does.</summary>
internal sealed record MaxPoolGradientKernel(Plane X, Plane Y, Plane Dy, Plane Dx, Window Window) : MaxPoolWalk(X, Y, Window)
{
    public override string Name => $"MaxPoolGradient_{Key}_by_{Dy.Key}_to_{Dx.Key}";

    public override string Summary => "Hands each output's gradient to the first place of its window that holds the largest value.";

    public override EquatableArray<string> Parameters => new[] { "float* input", "float* output", "float* gradient", "float* result", "int count" };

    /// <summary>Whether every pixel lies in at most one window, so that gradients need no sum.</summary>
    private bool Disjoint => Inside && Window.KernelY <= Window.StrideY && Window.KernelX <= Window.StrideX && Window.KernelY * Window.KernelX <= 25;

    private bool Covers => Window.KernelY == Window.StrideY && Window.KernelX == Window.StrideX && Y.H * Window.StrideY == X.H && Y.W * Window.StrideX == X.W;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (!Disjoint || !Covers)
            {
                Clear.Emit(code, "result", Dx);
            }

            EmitWindows(code, Dx, column =>
            {
                code.Line($"float* best = output + (row * {Y.Row}) + (column * {Y.Pitch});");
                code.Line($"float* given = gradient + (row * {Dy.Row}) + (column * {Dy.Pitch});");
                using (code.Block($"for (int channel = 0; channel < {X.Pitch}; channel += {isa.Width})"))
                {
                    code.Line("float* from = input + channel;");
                    code.Line("float* to = result + channel;");
                    code.Line($"var largest = {isa.Load("best + channel")};");
                    code.Line("// What nobody has taken yet: the first place that holds the largest value takes all.");
                    code.Line($"var rest = {isa.Load("given + channel")};");
                    EmitPlaces(code, Dx, column, (place, target, number) =>
                    {
                        code.Line($"var hit{number} = {isa.Class}.Equals({isa.Load($"from + {place}")}, largest);");
                        string taken = $"{isa.Class}.ConditionalSelect(hit{number}, rest, {isa.Zero})";
                        code.Line(isa.Store(Disjoint ? taken : $"{isa.Load($"to + {target}")} + {taken}", $"to + {target}") + ";");
                        code.Line($"rest = {isa.Class}.ConditionalSelect(hit{number}, {isa.Zero}, rest);");
                    });
                    using (code.Block($"if (!{isa.Class}.EqualsAll(largest, largest))"))
                    {
                        code.Line($"{method}NotANumber(from, to, rest, row, column);");
                    }
                }
            });
            code.Line($"input += {X.Image};");
            code.Line($"output += {Y.Image};");
            code.Line($"gradient += {Dy.Image};");
            code.Line($"result += {Dx.Image};");
        }

        EmitNotANumber(helpers, isa, method);
    }

    private void EmitNotANumber(CodeWriter code, Isa isa, string method)
    {
        code.Line("// Nothing equals what is not a number: the last such place of the window takes the gradient that nobody has taken.");
        using (code.Method($"private static void {method}NotANumber(float* from, float* to, {isa.Vector} rest, int row, int column)"))
        {
            EmitRange(code, "top", "bottom", "row", Window.StrideY, Window.PadY, Window.KernelY, X.H);
            EmitRange(code, "left", "right", "column", Window.StrideX, Window.PadX, Window.KernelX, X.W);
            using (code.Block("for (int y = bottom - 1; y >= top; y--)"))
            using (code.Block("for (int x = right - 1; x >= left; x--)"))
            {
                code.Line($"var v = {isa.Load($"from + (y * {X.Row}) + (x * {X.Pitch})")};");
                code.Line("var odd = global::NetGen.Runtime.VectorMath.Unordered(v, v);");
                string place = $"to + (y * {Dx.Row}) + (x * {Dx.Pitch})";
                code.Line(isa.Store($"{isa.Load(place)} + {isa.Class}.ConditionalSelect(odd, rest, {isa.Zero})", place) + ";");
                code.Line($"rest = {isa.Class}.ConditionalSelect(odd, {isa.Zero}, rest);");
            }
        }
    }

    /// <summary>The part of a window that lies in the image, along one direction.</summary>
    private void EmitRange(CodeWriter code, string first, string end, string place, int stride, int pad, int kernel, int size)
    {
        string start = $"({place} * {stride})" + (pad == 0 ? "" : $" - {pad}");
        code.Line($"int {first} = {(Inside ? $"{place} * {stride}" : $"global::System.Math.Max({start}, 0)")};");
        code.Line($"int {end} = {(Inside ? $"{first} + {kernel}" : $"global::System.Math.Min({start} + {kernel}, {size})")};");
    }
}
