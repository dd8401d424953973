using NetGen;
using NetGenApp._1;

// Without an argument, on digits that are drawn here; with the folder of MNIST's four files, on those.
Dataset train, test;
if (args is [string folder])
{
    Mnist mnist = Mnist.Load(folder);
    (train, test) = (mnist.Train, mnist.Test);
}
else
{
    (train, test) = (DrawnDigits.Make(6_000, seed: 1), DrawnDigits.Make(1_000, seed: 2));
}

using DigitNet net = new(seed: 1);
Console.WriteLine(DigitNet.Info); // the layer table

Trainer trainer = new(net, new Adam(0.002f)) { BatchSize = 100, Epochs = 3, Seed = 1 };
trainer.Callbacks.Add(new LambdaCallback
{
    EpochEnd = state => Console.WriteLine($"epoch {state.History.Count}: test accuracy {state.History[^1].Validation?.Accuracy:F4}"),
});
TrainingResult result = trainer.Fit(train, test);
Console.WriteLine($"trained in {result.Elapsed.TotalSeconds:F1} s");

// The weights go into a file, and a model made of it predicts the same.
net.Save("digits.safetensors");
using DigitNet saved = DigitNet.FromFile("digits.safetensors");
Console.WriteLine($"test accuracy {Trainer.Evaluate(saved, test).Accuracy:F4}, weights in digits.safetensors");

float[] image = new float[DigitNet.InputSize];
float[] logits = new float[DigitNet.OutputSize];
test.CopyInput(0, image);
saved.Predict(image, logits);
Console.WriteLine($"the first test image is a {test.LabelOf(0)} and is taken for a {Logits.ArgMax(logits)}");
