using System.Globalization;
using Peers;

// What the peers' shared program has no word for. Figures have its form: peer,network,what,batch,threads,figure.
//   infer MODEL.onnx THREADS SECONDS BATCH ...    medians of ONNX Runtime in milliseconds, for any file
//   first MODEL.onnx THREADS                      a line as soon as ONNX Runtime has predicted one image
//   memory NETWORK THREADS                        peak resident set of six training steps by TorchSharp, in MB
//   lstm STEPS FEATURES UNITS BATCH THREADS SECONDS    the median of training steps by TorchSharp, and their processor time, in milliseconds
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["infer", string model, string threads, string seconds, .. string[] batches]:
        OnnxPredictions.Measure(model, int.Parse(threads), double.Parse(seconds), [.. batches.Select(int.Parse)]);
        return 0;
    case ["first", string model, string threads]:
        OnnxPredictions.First(model, int.Parse(threads));
        return 0;
    case ["memory", string network, string threads]:
        TorchMemory.Measure(network, int.Parse(threads));
        return 0;
    case ["lstm", string steps, string features, string units, string batch, string threads, string seconds]:
        TorchRecurrent.Measure(int.Parse(steps), int.Parse(features), int.Parse(units), int.Parse(batch), int.Parse(threads), double.Parse(seconds));
        return 0;
    default:
        Console.Error.WriteLine("infer MODEL.onnx THREADS SECONDS BATCH ... | first MODEL.onnx THREADS | memory NETWORK THREADS | lstm STEPS FEATURES UNITS BATCH THREADS SECONDS");
        return 2;
}
