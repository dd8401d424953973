using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// A model with the places its problems may be shown at. The places change with every edit above the class; the declaration is what later steps
/// read, so they stay cached.
/// </summary>
/// <param name="Declaration">The model.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Layers">Each layer attribute with its arguments.</param>
/// <param name="Members">The user's members that stand where the generated part has its own: <see cref="Problem.Member"/> counts them.</param>
internal sealed record LocatedModel(ModelDeclaration Declaration, Place Name, EquatableArray<LayerPlaces> Layers, EquatableArray<Place> Members)
{
    /// <summary>A problem of the model with its place.</summary>
    public LocatedProblem Locate(Problem problem) => new(
        Declaration.FullName,
        problem.Spot,
        problem.Id,
        problem.Member >= 0 ? Members[problem.Member] : problem.Layer >= 0 ? Layers[problem.Layer].Of(problem.Argument) : Name,
        problem.Arguments)
    {
        Size = problem.Size,
    };
}
