namespace NetGen.Generators.Emission;

/// <summary>Writes a kernel as a file: the method that callers see, and its three forms.</summary>
internal static class KernelEmitter
{
    public const string Namespace = "NetGen.Generated";

    public static string HintName(Kernel kernel) => HintNames.Of($"{Namespace}.Kernels.{kernel.Name}");

    public static string Emit(Kernel kernel)
    {
        CodeWriter code = new();
        FileHeader.Write(code);
        code.Line("using global::System.Runtime.CompilerServices;");
        code.Line("using global::System.Runtime.Intrinsics;");
        code.Line("using global::System.Runtime.Intrinsics.X86;");
        code.Line();
        using (code.Block($"namespace {Namespace}"))
        using (code.Block("internal static unsafe partial class Kernels"))
        {
            string parameters = string.Join(", ", kernel.Parameters);
            string arguments = string.Join(", ", kernel.Parameters.Select(p => p.Substring(p.LastIndexOf(' ') + 1)));
            string forms = kernel.Name + "_Forms";
            code.Line($"/// <summary>{kernel.Summary}</summary>");
            code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (code.Block($"public static void {kernel.Name}({parameters})"))
            {
                // The JIT knows the processor: two of the three calls are gone before the first run.
                using (code.Block("if (Avx512F.IsSupported)"))
                {
                    code.Line($"{forms}.{Method(kernel, Isa.Avx512)}({arguments});");
                }

                using (code.Block("else if (Avx2.IsSupported && Fma.IsSupported)"))
                {
                    code.Line($"{forms}.{Method(kernel, Isa.Avx2)}({arguments});");
                }

                using (code.Block("else"))
                {
                    code.Line($"{forms}.{Method(kernel, Isa.Portable)}({arguments});");
                }
            }

            // A class of their own: the C# compiler works on several classes at once, but on a class's methods one after the other.
            code.Line();
            using (code.Block($"private static class {forms}"))
            {
                WriteForms(code, kernel, parameters);
            }
        }

        return code.ToString();
    }

    private static void WriteForms(CodeWriter code, Kernel kernel, string parameters)
    {
        bool first = true;
        foreach (Isa isa in Isa.All)
        {
            string method = Method(kernel, isa);
            if (!first)
            {
                code.Line();
            }

            first = false;
            CodeWriter helpers = new();
            code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            using (code.Block($"public static void {method}({parameters})"))
            {
                kernel.EmitBody(code, isa, method, helpers);
            }

            string text = helpers.ToString().TrimEnd('\n');
            if (text.Length > 0)
            {
                code.Line();
                code.Line(text);
            }
        }
    }

    private static string Method(Kernel kernel, Isa isa) => kernel.Name + "_" + isa.Suffix;
}
