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
        double enter = exchange.OneWay(info.InputShape, batch);
        double leave = exchange.OneWay(info.OutputShape, batch);
        double inputs = sizeof(float) * (double)batch * info.InputSize;
        double outputs = sizeof(float) * (double)batch * info.OutputSize;
        double weights = sizeof(float) * (double)info.ParameterCount / probe.Layers;
        double flops = 2.0 * info.Macs * batch / probe.Layers;
        double own = info.OutputShape.Count == 3 ? probe.Multiplications(info.OutputShape[1], info.OutputShape[2]) : 1;
        double predict = Time(passes.Predict);
        double forward = Time(passes.Forward);
        double parameters = Time(passes.ParameterGradients);
        double all = Time(passes.AllGradients);
        List<Rate> rates = [Pass("predict", predict - enter - leave, flops * own, inputs + outputs + weights)];
        if (flops > 0)
        {
            // A layer with weights has two gradients, of which the one by the inputs can be left out. Its output's gradient comes in by itself.
            rates.Add(Pass("gradient by weights", parameters - forward - leave, flops * own, inputs + outputs + weights));
            rates.Add(Pass("gradient by inputs", all - parameters - enter, flops * own, inputs + outputs + weights));
        }
        else
        {
            rates.Add(Pass("forward", forward - enter - leave, 0, inputs + outputs + weights));
            rates.Add(Pass("backward", all - forward - enter - leave, 0, inputs + outputs + weights));
        }

        return rates;

        double Time(Action action) => Clock.LeastMilliseconds(action, seconds);

        Rate Pass(string pass, double milliseconds, double ownFlops, double bytes) =>
            new(probe.Kernel, $"{string.Join('x', info.InputShape)} to {string.Join('x', info.OutputShape)}", batch, pass, milliseconds / probe.Layers, flops, ownFlops, bytes);
    }
}
