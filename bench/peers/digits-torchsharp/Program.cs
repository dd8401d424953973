using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// DigitsTorchSharp WEIGHTS [--save]: milliseconds from COLD_START (nanoseconds since 1970) until the first digit is predicted.
var net = Sequential(
    Conv2d(1, 16, 3, padding: 1), ReLU(), Conv2d(16, 16, 3, padding: 1), ReLU(), MaxPool2d(2),
    Conv2d(16, 32, 3, padding: 1), ReLU(), Conv2d(32, 32, 3, padding: 2), ReLU(), MaxPool2d(2),
    Conv2d(32, 64, 3, padding: 1), ReLU(), Conv2d(64, 64, 3, padding: 1), ReLU(), MaxPool2d(2),
    Flatten(), Linear(1024, 50), ReLU(), Linear(50, 10));
if (args.Length > 1)
{
    net.save(args[0]);
    return;
}

net.load(args[0]);
net.eval();
using var mode = inference_mode();
_ = net.forward(zeros(1, 1, 28, 28)).data<float>()[0];
double now = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
Console.WriteLine((now - (long.Parse(Environment.GetEnvironmentVariable("COLD_START")!, CultureInfo.InvariantCulture) / 1e6)).ToString("F1", CultureInfo.InvariantCulture));
