namespace NetGen.Generators.Shapes;

internal sealed class GRU : Recurrent;
