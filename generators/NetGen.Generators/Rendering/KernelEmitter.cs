using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Writes a kernel as a file: the method that callers see, and its three forms.</summary>
internal static class KernelEmitter
{
    public static string HintName(Kernel kernel) => HintNames.OfKernel(kernel.Name);

    /// <summary>
    /// The class of the forms, which only its own file knows. It has a name of its own all the same: with one name in all
    /// files the C# compiler looks through as many classes of that name as there are kernels at each call.
    /// </summary>
    private static string Forms(Kernel kernel) => kernel.Name + "_Forms";

    /// <summary>Writes the file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="checksOverflow">Whether the project checks arithmetic for overflow.</param>
    public static string Emit(Kernel kernel, bool checksOverflow = false)
    {
        KernelText text = KernelTexts.Of(kernel);
        CodeWriter code = new() { Unchecked = checksOverflow };
        FileHeader.Write(code, nullable: false);
        code.Line($"namespace {FileHeader.Namespace};").Line();
        // After the namespace's name and so inside it, so that no type and no alias of the project comes first.
        if (kernel.IsShareable || text.SharedTiles.Any())
        {
            code.Line("using global::NetGen.Runtime;");
        }

        code.Line("using global::System.CodeDom.Compiler;");
        code.Line("using global::System.Runtime.CompilerServices;");
        code.Line("using global::System.Runtime.Intrinsics;");
        code.Line("using global::System.Runtime.Intrinsics.X86;");
        code.Line();
        using (code.Braces("internal static unsafe partial class Kernels"))
        {
            WriteChoice(code, text);
        }

        WriteForms(code, text);

        return code.Finish();
    }

    private static void WriteChoice(CodeWriter code, KernelText kernel)
    {
        string arguments = ParameterText.Passed(kernel.Kernel);
        string forms = Forms(kernel.Kernel);
        code.Line($"/// <summary>{Escaped(kernel.Summary)}</summary>");
        if (kernel.Remarks.Length > 0)
        {
            code.Line($"/// <remarks>{Escaped(kernel.Remarks)}</remarks>");
        }

        code.Line(FileHeader.GeneratedCodeByUsing);
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (code.Braces($"public static void {kernel.Kernel.Name}({ParameterText.Declared(kernel.Kernel)})"))
        {
            // The JIT knows the processor: two of the three calls are gone before the first run.
            using (code.Braces("if (Avx512F.IsSupported)"))
            {
                code.Line($"{forms}.{Isa.Avx512.Name}({arguments});");
            }

            using (code.Braces("else if (Avx2.IsSupported && Fma.IsSupported)"))
            {
                code.Line($"{forms}.{Isa.Avx2.Name}({arguments});");
            }

            using (code.Braces("else"))
            {
                code.Line($"{forms}.{Isa.Portable.Name}({arguments});");
            }
        }
    }

    /// <summary>In a class of their own: the C# compiler works on several classes at once, but on a class's methods one after the other.</summary>
    private static void WriteForms(CodeWriter code, KernelText kernel)
    {
        string parameters = ParameterText.Declared(kernel.Kernel);
        code.Line();
        code.Line(FileHeader.GeneratedCodeByUsing);
        using (code.Braces($"file static unsafe class {Forms(kernel.Kernel)}"))
        {
            foreach (Isa isa in Isa.All)
            {
                WriteForm(code, kernel, isa, parameters);
            }

            CodeWriter shared = code.Beside();
            kernel.EmitShared(shared);
            if (!shared.IsEmpty)
            {
                code.Line();
            }

            code.Append(shared);
        }
    }

    /// <summary>A sentence as the text of an XML comment: formulas compare.</summary>
    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");

    private static void WriteForm(CodeWriter code, KernelText kernel, Isa isa, string parameters)
    {
        string method = isa.Name;
        CodeWriter helpers = code.Beside();
        if (isa != Isa.All[0])
        {
            code.Line();
        }

        code.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (code.Method($"public static void {method}({parameters})"))
        {
            kernel.EmitBody(code, isa, method, helpers);
        }

        if (!helpers.IsEmpty)
        {
            code.Line();
        }

        code.Append(helpers);
    }
}
