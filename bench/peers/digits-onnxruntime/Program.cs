using System.Globalization;
using Microsoft.ML.OnnxRuntime;

// DigitsOnnxRuntime deepconvnet.onnx: milliseconds from COLD_START (nanoseconds since 1970) until the first digit is predicted.
using InferenceSession session = new(args[0]);
using OrtValue image = OrtValue.CreateTensorValueFromMemory(new float[784], [1, 1, 28, 28]);
using RunOptions options = new();
using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, [session.InputNames[0]], [image], [session.OutputNames[0]]);
_ = outputs[0].GetTensorDataAsSpan<float>()[0];
double now = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
Console.WriteLine((now - (long.Parse(Environment.GetEnvironmentVariable("COLD_START")!, CultureInfo.InvariantCulture) / 1e6)).ToString("F1", CultureInfo.InvariantCulture));
