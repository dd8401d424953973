using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Diagnostics;

/// <summary>A problem with its place.</summary>
/// <param name="Owner">The full name of the class it is about.</param>
/// <param name="Spot">Where in that class, as a word that does not change when the class moves.</param>
/// <param name="Id">The rule.</param>
/// <param name="Place">Where it is shown.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record LocatedProblem(string Owner, string Spot, string Id, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>The size of images at which it is found, where a network has several and the problem is not the same at all.</summary>
    public ImageSize? Size { get; init; }

    /// <summary>What tells this problem from others of the project, wherever it stands: how the analyzer knows what the generator has reported.</summary>
    public string Key => $"{Owner}, {Spot}: {Id} {Message(Rules.Get(Id))}";

    public bool IsError => Rules.IsError(Id);

    /// <summary>The diagnostic at a location in syntax that is at hand.</summary>
    public Diagnostic ToDiagnostic(RulePages pages, Location location) =>
        Diagnostic.Create(Size is { } size ? pages.Link(Rules.Get(Id), size) : pages.Link(Rules.Get(Id)), location, Arguments.ToArray<object>());

    /// <summary>
    /// The diagnostic as a build shows it, at its place. The compiler looks into no method once it has met an error that is one by default and not to be
    /// configured; so this is a warning by default that is an error in effect, and C#'s own errors in methods show beside it. Nothing can configure it
    /// either, since its rule says so.
    /// </summary>
    public Diagnostic ToBuildError(RulePages pages)
    {
        DiagnosticDescriptor rule = pages.Link(Rules.Get(Id));
        return Diagnostic.Create(
            rule.Id,
            rule.Category,
            Message(rule),
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            warningLevel: 0,
            rule.Title,
            rule.Description,
            rule.HelpLinkUri,
            Place.ToLocation(),
            customTags: rule.CustomTags);
    }

    private string Message(DiagnosticDescriptor rule) =>
        string.Format(CultureInfo.InvariantCulture, rule.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>()) + (Size is { } size ? RulePages.Remark(size) : "");
}
