using NetGen.Bench.Measuring;

namespace NetGen.Bench.Rooflines;

/// <summary>Times the passes of a probe on one thread, and takes the exchange of images off.</summary>
internal sealed class ProbeRun(Exchange exchange, double seconds)
{
    public IReadOnlyList<Rate> Measure(Probe probe)
    {
        using Model model = probe.Create();
        ModelInfo info = model.Description;
        int batch = probe.Batch;
        using Passes passes = new(model, batch);
        double inputs = sizeof(float) * (double)batch * info.InputSize;
        double outputs = sizeof(float) * (double)batch * info.OutputSize;
        double weights = sizeof(float) * (double)info.ParameterCount / probe.Layers;
        double flops = 2.0 * info.Macs * batch / probe.Layers;
        double own = info.OutputShape.Count == 3 ? probe.Multiplications(info.OutputShape[1], info.OutputShape[2]) : 1;
        double predict = Time(passes.Predict);
        double forward = Time(passes.Forward);
        double parameters = Time(passes.ParameterGradients);
        double all = Time(passes.AllGradients);
        List<Rate> rates = [Pass("predict", (predict - Exchanged(ExchangeWay.Prediction)) / probe.Layers, flops * own, inputs + outputs + weights)];
        if (flops > 0)
        {
            // A layer with weights has two gradients, of which the one by the inputs can be left out: the output's gradient comes in with the one, and the input's goes out with the other.
            // Of several layers all but the first have both.
            double byInputs = all - parameters - exchange.OneWay(info.InputShape, batch, ExchangeWay.Backward);
            double byWeights = parameters - forward - exchange.OneWay(info.OutputShape, batch, ExchangeWay.Backward) - ((probe.Layers - 1) * byInputs);
            rates.Add(Pass("gradient by weights", byWeights / probe.Layers, flops * own, inputs + outputs + weights));
            rates.Add(Pass("gradient by inputs", byInputs, flops * own, inputs + outputs + weights));
        }
        else
        {
            rates.Add(Pass("forward", (forward - Exchanged(ExchangeWay.Forward)) / probe.Layers, 0, inputs + outputs + weights));
            rates.Add(Pass("backward", (all - forward - Exchanged(ExchangeWay.Backward)) / probe.Layers, 0, (probe.BackwardInputs * inputs) + (probe.BackwardOutputs * outputs) + weights));
        }

        return rates;

        double Exchanged(ExchangeWay way) => exchange.OneWay(info.InputShape, batch, way) + exchange.OneWay(info.OutputShape, batch, way);

        double Time(Action action) => Clock.LeastMilliseconds(action, seconds);

        Rate Pass(string pass, double milliseconds, double ownFlops, double bytes) =>
            new(probe.Kernel, $"{string.Join('x', info.InputShape)} to {string.Join('x', info.OutputShape)}", batch, pass, milliseconds, flops, ownFlops, bytes);
    }
}
