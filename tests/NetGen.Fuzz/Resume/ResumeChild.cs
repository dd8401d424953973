using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NetGen.Fuzz;

/// <summary>The training in a process of its own, which the fuzzer kills.</summary>
internal static class ResumeChild
{
    /// <summary>The word that makes this program the child.</summary>
    public const string Word = "resume-child";

    /// <summary>What the child does: trains and writes the bits that it came to.</summary>
    /// <param name="args">The word, seed, loader threads, checkpoint, and the file for the bits.</param>
    public static int Run(string[] args)
    {
        float[] values = new ResumeCase(ulong.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture)).Train(args[3]);
        string temporary = args[4] + ".tmp";
        File.WriteAllBytes(temporary, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        File.Move(temporary, args[4]);
        return 0;
    }

    /// <summary>Starts it.</summary>
    public static Process Start(ResumeCase next, string checkpoint, string bits)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo info = new(program) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            info.ArgumentList.Add(typeof(ResumeChild).Assembly.Location);
        }

        foreach (string argument in (string[])[Word, $"{next.Seed}", $"{next.LoaderThreads}", checkpoint, bits])
        {
            info.ArgumentList.Add(argument);
        }

        return Process.Start(info)!;
    }
}
