namespace NetGen.Generators.Shapes;

internal sealed class SimpleRNN : Recurrent;
