using NetGen;
using NetGen.Zoo;

namespace Cifar;

/// <summary>A network of the experiment.</summary>
/// <param name="Name">What tables and curves call it.</param>
/// <param name="Deep">Whether it is the deeper one of its kind.</param>
/// <param name="Residual">Whether it has shortcuts.</param>
/// <param name="Create">Makes it from a seed.</param>
internal sealed record Contestant(string Name, bool Deep, bool Residual, Func<ulong, Model> Create)
{
    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("plain-20", Deep: false, Residual: false, seed => new CifarPlain20(seed)),
        new("plain-56", Deep: true, Residual: false, seed => new CifarPlain56(seed)),
        new("residual-20", Deep: false, Residual: true, seed => new CifarResNet20(seed)),
        new("residual-56", Deep: true, Residual: true, seed => new CifarResNet56(seed)),
    ];
}
