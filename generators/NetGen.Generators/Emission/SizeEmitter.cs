using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Emission;

/// <summary>Writes a network at a further size of its images: a class within the model's, in a file of its own, that shares the model's parameters.</summary>
internal static class SizeEmitter
{
    /// <summary>Writes the file.</summary>
    public static string Emit(ModelPlan plan)
    {
        ModelDeclaration declaration = plan.Declaration;
        string name = declaration.CurrentSize.ClassName;
        CodeWriter code = new();
        FileHeader.Write(code, nullable: true);
        ModelEmitter.Enclose(code, declaration, "", static _ => { }, inner =>
        {
            inner.Line($"/// <summary>The network for images of {declaration.CurrentSize}, with the parameters of the whole: what <c>ForSize({declaration.CurrentSize.Height}, {declaration.CurrentSize.Width})</c> gives.</summary>");
            DocumentationTable.Write(inner, plan);
            inner.Line(FileHeader.GeneratedCode);
            using (inner.Braces($"public sealed class {name} : global::NetGen.Model"))
            {
                TableEmitter.Write(inner, plan);
                ModelEmitter.WriteSizes(inner, plan);
                using (inner.Braces($"internal {name}(global::NetGen.Model whole) : base(whole, Info, new global::{FileHeader.Namespace}.{ModelEmitter.CodeName(declaration)}())"))
                {
                }
            }
        });
        ModelEmitter.WriteCode(code, plan);
        return code.Finish();
    }

    /// <summary>Writes what makes the models of further sizes, where there are any.</summary>
    public static void WriteMaker(CodeWriter code, ModelDeclaration declaration)
    {
        if (declaration.Sizes.Count < 2)
        {
            return;
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Line("protected override global::NetGen.Model CreateForSize(int size) => size switch");
        code.Line("{");
        for (int i = 1; i < declaration.Sizes.Count; i++)
        {
            code.Line(FormattableString.Invariant($"    {i} => new {declaration.Sizes[i].ClassName}(this),"));
        }

        code.Line("    _ => base.CreateForSize(size),");
        code.Line("};");
    }
}
