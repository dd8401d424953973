using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators;

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

    /// <summary>The diagnostic, at its place or, while the syntax is at hand, at a location in it.</summary>
    public Diagnostic ToDiagnostic(RulePages pages, Location? location = null) =>
        Diagnostic.Create(pages.Link(Rules.Get(Id)), location ?? Place.ToLocation(), Arguments.ToArray<object>());
}
