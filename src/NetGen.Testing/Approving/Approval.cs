using System.Runtime.CompilerServices;

namespace NetGen.Testing;

/// <summary>
/// Holds texts to files that someone has looked at and approved, in any test framework: a difference is an exception. The files lie beside the test and are named as Verify
/// names its own, <c>Class.Method.verified.txt</c>, with <c>.received.</c> for what a failed test has made. With the environment variable
/// <c>NETGEN_APPROVE=1</c> tests approve what they make.
/// </summary>
public static class Approval
{
    private const string Variable = "NETGEN_APPROVE";

    /// <summary>Holds a model's layer table, with its shapes, parameters and multiplications, to the approved one.</summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <param name="callerFile">Filled in by the compiler.</param>
    /// <param name="callerMember">Filled in by the compiler.</param>
    /// <exception cref="ApprovalException">The table is another one, or none was approved yet.</exception>
    [CLSCompliant(false)]
    public static void LayerTable<TModel>([CallerFilePath] string callerFile = "", [CallerMemberName] string callerMember = "")
        where TModel : Model, IModel<TModel> => Match(TModel.Info.ToString(), "txt", callerFile, callerMember);

    /// <summary>Holds generated code to the approved one: that of one model where it is given, otherwise all files.</summary>
    /// <param name="code">What the generator writes.</param>
    /// <param name="model">The model's full name; null for all files, those that models share among them.</param>
    /// <param name="callerFile">Filled in by the compiler.</param>
    /// <param name="callerMember">Filled in by the compiler.</param>
    /// <exception cref="ApprovalException">The code is another one, or none was approved yet.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> has no such model.</exception>
    public static void Code(GeneratedCode code, string? model = null, [CallerFilePath] string callerFile = "", [CallerMemberName] string callerMember = "")
    {
        ArgumentNullException.ThrowIfNull(code);
        Match(model is null ? code.ToString() : code.FileOf(model), "cs", callerFile, callerMember);
    }

    /// <summary>Holds a text to the approved one. Ends of lines, and empty lines at the end, do not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">The files' ending, without a point.</param>
    /// <param name="callerFile">Filled in by the compiler.</param>
    /// <param name="callerMember">Filled in by the compiler.</param>
    /// <exception cref="ApprovalException">The text is another one, or none was approved yet.</exception>
    public static void Match(string text, string extension = "txt", [CallerFilePath] string callerFile = "", [CallerMemberName] string callerMember = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(extension);
        string test = SourceFiles.Find(callerFile);
        string stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{callerMember}");
        string approved = $"{stem}.verified.{extension}";
        string received = $"{stem}.received.{extension}";
        string made = Plain(text);
        string? known = File.Exists(approved) ? Plain(File.ReadAllText(approved)) : null;
        if (made == known)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Write(approved, made);
            File.Delete(received);
            return;
        }

        Write(received, made);
        string what = known is null ? "Nothing is approved yet." : TextDifference.Describe(known, made);
        throw new ApprovalException($"{what}\napproved: {approved}\nreceived: {received}\nTo approve, look at the received text and run the test with {Variable}=1, or rename the file.", approved, received);
    }

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";

    /// <summary>Written beside and renamed, so that no approved file is ever half a one.</summary>
    private static void Write(string path, string text)
    {
        string beside = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
