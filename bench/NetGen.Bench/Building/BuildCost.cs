namespace NetGen.Bench.Building;

/// <summary>What a network costs before it runs.</summary>
/// <param name="Name">The model's class.</param>
/// <param name="Generator">Milliseconds of the generator, nothing known from before.</param>
/// <param name="Edit">Milliseconds of the generator after one attribute was changed, the median over edits one after the other.</param>
/// <param name="Files">Files it writes.</param>
/// <param name="ModelText">Characters of the model's own file.</param>
/// <param name="Text">Characters of all files.</param>
/// <param name="Compiler">Milliseconds of the C# compiler, binding and writing the assembly.</param>
/// <param name="Assembly">Bytes of the assembly.</param>
/// <param name="LargestIL">Bytes of the largest method's IL.</param>
/// <param name="LargestMethod">That method.</param>
/// <param name="Jit">Milliseconds that the JIT took for the first prediction.</param>
/// <param name="Methods">Methods that it compiled.</param>
internal sealed record BuildCost(
    string Name,
    double Generator,
    double Edit,
    int Files,
    long ModelText,
    long Text,
    double Compiler,
    long Assembly,
    int LargestIL,
    string LargestMethod,
    double Jit,
    int Methods);
