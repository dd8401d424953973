namespace NetGen.Generators.Shapes;

internal sealed class LSTM : Recurrent;
