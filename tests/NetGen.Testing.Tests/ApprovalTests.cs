using NetGen.Tests.Weights;
using Shouldly;

namespace NetGen.Testing.Tests;

/// <summary>Texts beside a test: none, the same, another, and approving.</summary>
[Collection("the variable NETGEN_APPROVE")]
public sealed class ApprovalTests : IDisposable
{
    private const string Variable = "NETGEN_APPROVE";
    private readonly TempFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly string _test;

    public ApprovalTests()
    {
        _test = _folder["SomeTests.cs"];
        File.WriteAllText(_test, "// A test.");
        Environment.SetEnvironmentVariable(Variable, null);
    }

    private string Approved => _folder["SomeTests.Table.verified.txt"];

    private string Received => _folder["SomeTests.Table.received.txt"];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        _folder.Dispose();
    }

    [Fact]
    public void NothingApproved_IsAFailureWithWhatWasMade()
    {
        ApprovalException failure = Should.Throw<ApprovalException>(() => Match("a\nb"));

        failure.Message.ShouldBe($"Nothing is approved yet.\napproved: {Approved}\nreceived: {Received}\nTo approve, look at the received text and run the test with NETGEN_APPROVE=1, or rename the file.");
        failure.ApprovedFile.ShouldBe(Approved);
        failure.ReceivedFile.ShouldBe(Received);
        File.ReadAllText(Received).ShouldBe("a\nb\n");
        File.Exists(Approved).ShouldBeFalse();
    }

    [Fact]
    public void TheApprovedText_Passes_AndClearsWhatWasReceived()
    {
        File.WriteAllText(Approved, "a\r\nb\r\n\r\n");
        File.WriteAllText(Received, "old");

        Match("a\nb\n");

        File.Exists(Received).ShouldBeFalse();
        Directory.GetFiles(_folder.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void AnotherText_ShowsTheFirstLinesThatDiffer()
    {
        File.WriteAllText(Approved, "1\n2\n3\n4\n5\n");

        string message = Should.Throw<ApprovalException>(() => Match("1\nx\ny\n4\n5")).Message;

        message.ShouldStartWith("The text is not the approved one from line 2 on:\n- 2\n- 3\n+ x\n+ y\n");
        File.ReadAllText(Approved).ShouldBe("1\n2\n3\n4\n5\n");
    }

    [Fact]
    public void MoreLines_AreCounted()
    {
        File.WriteAllText(Approved, "same\n");

        string message = Should.Throw<ApprovalException>(() => Match("same\n1\n2\n3\n4\n5\n6\n7")).Message;

        message.ShouldStartWith("The text is not the approved one from line 2 on:\n+ 1\n+ 2\n+ 3\n+ 4\n+ 5\n+ … 2 lines more\napproved:");
    }

    [Fact]
    public void Approving_WritesTheText()
    {
        Environment.SetEnvironmentVariable(Variable, "1");

        Match("new");

        File.ReadAllText(Approved).ShouldBe("new\n");
        Environment.SetEnvironmentVariable(Variable, null);
        Match("new");
        Directory.GetFiles(_folder.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void AMissingTestFile_IsSaid() =>
        Should.Throw<FileNotFoundException>(() => Approval.Match("a", "txt", "/_/nowhere/Tests.cs", "Table")).Message.ShouldContain("is not on this machine");

    /// <summary>Deterministic builds write <c>/_/</c> for the repository's folder.</summary>
    [Fact]
    public void AMappedPath_IsFound()
    {
        string mapped = "/_/" + Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)) + "/Mapped.cs";
        string file = Path.Combine(AppContext.BaseDirectory, "Mapped.cs");
        File.WriteAllText(file, "");
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "Mapped.Table.verified.txt"), "a\n");

        Approval.Match("a", "txt", mapped, "Table");
    }

    [Fact]
    public void ATable_IsTheModelsOwn()
    {
        File.WriteAllText(Approved, SmallNet.Info.ToString());
        Approval.LayerTable<SmallNet>(_test, "Table");

        Should.Throw<ApprovalException>(() => Approval.LayerTable<NormNet>(_test, "Table")).Message.ShouldContain("+ ");
    }

    private void Match(string text) => Approval.Match(text, "txt", _test, "Table");
}
