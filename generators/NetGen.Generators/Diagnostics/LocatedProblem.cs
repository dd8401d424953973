using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Common;

namespace NetGen.Generators.Diagnostics;

/// <summary>A problem with its place.</summary>
/// <param name="Owner">The full name of the class it is about.</param>
/// <param name="Spot">Where in that class, as a word that does not change when the class moves.</param>
/// <param name="Id">The rule.</param>
/// <param name="Place">Where it is shown.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record LocatedProblem(string Owner, string Spot, string Id, Place Place, EquatableArray<string> Arguments)
{
    /// <summary>What tells this problem from others of the project, wherever it stands: how the analyzer knows what the generator has reported.</summary>
    public string Key => $"{Owner}, {Spot}: {Id} {string.Format(CultureInfo.InvariantCulture, Rules.Get(Id).MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>())}";

    public bool IsError => Rules.IsError(Id);

    /// <summary>The diagnostic at a location in syntax that is at hand.</summary>
    public Diagnostic ToDiagnostic(RulePages pages, Location location) =>
        Diagnostic.Create(pages.Link(Rules.Get(Id)), location, Arguments.ToArray<object>());

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
            string.Format(CultureInfo.InvariantCulture, rule.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments.ToArray<object>()),
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
}
