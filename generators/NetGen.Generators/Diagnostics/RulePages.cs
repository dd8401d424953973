using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// Where the rules' pages are. They travel in the package, and its build files say where that has been unpacked: so the links in an editor and in
/// a build's output work without a network and belong to the version in use.
/// </summary>
internal sealed class RulePages
{
    private const string Option = "build_property.NetGenRulePages";

    private readonly Dictionary<string, DiagnosticDescriptor> _linked = new(StringComparer.Ordinal);

    private RulePages(string folder) => Folder = folder;

    /// <summary>The folder with the pages; empty where the project does not say.</summary>
    public string Folder { get; }

    public static RulePages Of(AnalyzerConfigOptions options) => new(options.TryGetValue(Option, out string? folder) ? folder : "");

    public static RulePages Of(string folder) => new(folder);

    /// <summary>A rule with the address of its page.</summary>
    public DiagnosticDescriptor Link(DiagnosticDescriptor rule)
    {
        if (Folder.Length == 0 || !Uri.TryCreate(Folder.TrimEnd('/', '\\') + "/", UriKind.Absolute, out Uri? folder))
        {
            return rule;
        }

        lock (_linked)
        {
            if (!_linked.TryGetValue(rule.Id, out DiagnosticDescriptor? linked))
            {
                string page = new Uri(folder, rule.Id + ".md").AbsoluteUri;
#pragma warning disable RS2000, RS1033 // The rule is one of those of Rules, which the release files list.
                linked = new DiagnosticDescriptor(
                    rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.Description, page, [.. rule.CustomTags]);
#pragma warning restore RS2000, RS1033
                _linked.Add(rule.Id, linked);
            }

            return linked;
        }
    }
}
