namespace NetGen.Generators.Planning;

internal sealed partial class Lowering;
