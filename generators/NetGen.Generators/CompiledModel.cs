using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;

namespace NetGen.Generators;

/// <summary>What became of a declaration: a plan, or the problems that prevent one.</summary>
/// <param name="Declaration">The model.</param>
/// <param name="Plan">Its plan, where it has several sizes that of the first; null where it is in error.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Further">The plans of its further sizes.</param>
internal sealed record CompiledModel(ModelDeclaration Declaration, ModelPlan? Plan, EquatableArray<Problem> Problems, EquatableArray<ModelPlan> Further = default)
{
    /// <summary>The kernels that its plans call, each once.</summary>
    public EquatableArray<Kernel> Kernels { get; } = Plan is null ? EquatableArray<Kernel>.Empty : Plan.Kernels.Concat(Further.SelectMany(p => p.Kernels)).Distinct().ToEquatableArray();

    /// <summary>The names of generated members that the user has given to others; <c>.ctor</c> for the constructor.</summary>
    public IReadOnlyCollection<string> TakenMembers => [.. Problems.Where(p => p.Id == Rules.MemberTaken.Id).Select(p => p.Arguments[1])];

    /// <summary>Whether it has a problem that fails a build.</summary>
    public bool IsWrong => Problems.Any(p => Rules.IsError(p.Id));

    /// <summary>Problems that leave no room for a generated part, not even one whose members throw.</summary>
    private static readonly HashSet<string> s_unwritable =
        [Rules.ModelNotPartial.Id, Rules.ContainingTypeNotPartial.Id, Rules.UnfitContainingType.Id, Rules.UnfitModel.Id, Rules.BaseClassInTheWay.Id];

    /// <summary>Whether a generated part can be added to the class.</summary>
    public bool Writable => !Problems.Any(p => s_unwritable.Contains(p.Id));
}
