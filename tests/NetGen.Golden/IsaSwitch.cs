using NetGen.Runtime;

namespace NetGen.Golden;

/// <summary>The JIT's switches that leave only a narrower instruction set.</summary>
public static class IsaSwitch
{
    /// <summary>What to set to 0, by instruction set.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Variables = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["avx512"] = [],
        ["avx2"] = ["DOTNET_EnableAVX512", "DOTNET_EnableAVX512F"],
        ["portable"] = ["DOTNET_EnableHWIntrinsic"],
    };

    /// <summary>The form that kernels take in this process.</summary>
    public static string Current => ChannelBlocks.UsesAvx512 ? "avx512" : ChannelBlocks.UsesAvx2 ? "avx2" : "portable";
}
