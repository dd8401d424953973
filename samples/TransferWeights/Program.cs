using System.CommandLine;
using System.Reflection;
using NetGen;
using TransferWeights.Onnx;

// The package's file, unless another one is given.
string restored = typeof(OnnxFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ResNet18").Value!;
Option<string> onnx = new("--onnx") { Description = "ResNet18.onnx of the package Microsoft.ML.DnnImageFeaturizer.ResNet18, which this project restores.", HelpName = "FILE", DefaultValueFactory = _ => restored };
Option<string> output = new("--out") { Description = "The file of weights to write.", HelpName = "FILE", DefaultValueFactory = _ => "resnet18.safetensors" };
RootCommand root = new("Writes the weights of a ResNet-18 that was trained on ImageNet as safetensors, for samples/Transfer.") { onnx, output };
root.SetAction(parsed =>
{
    string target = parsed.GetValue(output)!;
    OutputFile.Check("--out", target);
    IReadOnlyList<SafetensorsTensor> tensors = ResNetLayers.Of(OnnxFile.Read(parsed.GetValue(onnx)!));
    SafetensorsFile.Write(target, tensors, new Dictionary<string, string> { ["source"] = "Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1 (MIT, .NET Foundation and Contributors)" });
    Console.WriteLine($"{target}: {tensors.Count} tensors, {tensors.Sum(t => (long)t.Length)} values");
    return 0;
});
return SampleProgram.Run(root, args);
