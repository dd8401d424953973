using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.IR;

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
                linked = Copy(rule, rule.MessageFormat, new Uri(folder, rule.Id + ".md").AbsoluteUri);
                _linked.Add(rule.Id, linked);
            }

            return linked;
        }
    }

    /// <summary>A rule with the address of its page, whose message says at which size of images the problem is found.</summary>
    public DiagnosticDescriptor Link(DiagnosticDescriptor rule, ImageSize size)
    {
        DiagnosticDescriptor linked = Link(rule);
        return Copy(linked, linked.MessageFormat.ToString(CultureInfo.InvariantCulture) + Remark(size), linked.HelpLinkUri);
    }

    /// <summary>What a message of one size ends with.</summary>
    public static string Remark(ImageSize size) => $" (at the size {size})";

#pragma warning disable RS2000, RS1033 // The rule is one of those of Rules, which the release files list.
    private static DiagnosticDescriptor Copy(DiagnosticDescriptor rule, LocalizableString message, string page) =>
        new(rule.Id, rule.Title, message, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.Description, page, [.. rule.CustomTags]);
#pragma warning restore RS2000, RS1033
}
