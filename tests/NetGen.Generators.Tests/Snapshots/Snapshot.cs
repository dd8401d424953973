using System.Text;
using NetGen.Tests;
using Shouldly;

namespace NetGen.Generators.Tests.Snapshots;

/// <summary>
/// Compares emitted files with those approved, under Verify's names: <c>Name.verified.cs</c>, and <c>Name.received.cs</c> where they
/// differ. To approve what is emitted now, run the tests with the environment variable NETGEN_APPROVE=1 and review the difference
/// in git:
/// <code>NETGEN_APPROVE=1 dotnet test -c Release tests/NetGen.Generators.Tests --filter Snapshots</code>
/// </summary>
internal static class Snapshot
{
    private static bool Approves => Environment.GetEnvironmentVariable("NETGEN_APPROVE") == "1";

    /// <summary>The folder of approved files.</summary>
    public static string Folder { get; } = Repository.PathOf("tests/NetGen.Generators.Tests/Snapshots/Approved");

    /// <summary>Compares files, one under the other, each below its hint name: the model's first, then the kernels'.</summary>
    public static void Match(IEnumerable<KeyValuePair<string, string>> generated, string name)
    {
        KeyValuePair<string, string>[] files = [.. generated.OrderBy(f => SharedFiles.Is(f.Key)).ThenBy(f => f.Key, StringComparer.Ordinal)];
        files.ShouldNotBeEmpty();
        StringBuilder text = new();
        foreach ((string hint, string file) in files)
        {
            file.ShouldNotContain('\r');
            text.Append("//HintName: ").Append(hint).Append('\n').Append(file.TrimEnd('\n')).Append("\n\n");
        }

        string received = text.ToString().TrimEnd('\n') + "\n";
        if (Approves)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, name + ".verified.cs"), received);
            return;
        }

        received.ShouldMatchApproved(options => options
            .SubFolder("Approved")
            .WithFileExtension("cs")
            .WithFilenameGenerator((_, _, kind, extension) => $"{name}.{(kind == "approved" ? "verified" : "received")}.{extension}")
            .NoDiff());
    }
}
