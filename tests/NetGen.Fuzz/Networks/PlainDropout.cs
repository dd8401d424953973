using NetGen.Golden.Reference;

namespace NetGen.Fuzz.Networks;

/// <summary>Dropout as it predicts; what it drops in training is NetGen's own choice.</summary>
internal sealed class PlainDropout(float rate) : PlainLayer
{
    public bool Drops => rate > 0;

    public override PlainShape Output(PlainShape input) => input;

    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) => x;

    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy) => dy;
}
