using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using NetGen.Cold;

// NetGen.Cold NETWORK WEIGHTS [--save|--detail|--bits] prints a line: network,main,made,loaded,first, in milliseconds since the process was started:
// Main begins, the class's tables are read, the model has the file's weights, the first prediction (of one image, on all threads) is done.
double main = Clock.Now;
if (args.Length < 2)
{
    Console.Error.WriteLine("NetGen.Cold deepconvnet|resnet18 WEIGHTS [--save|--detail|--bits]");
    return 2;
}

return args[0] switch
{
    "deepconvnet" => Run(() => DeepConvNet.Info.InputSize, () => new DeepConvNet(seed: 1), path => DeepConvNet.FromFile(path)),
    "resnet18" => Run(() => ResNet18.Info.InputSize, () => new ResNet18(seed: 1), path => ResNet18.FromFile(path)),
    _ => 2,
};

int Run(Func<int> describe, Func<NetGen.Model> create, Func<string, NetGen.Model> fromFile)
{
    string option = args.Length > 2 ? args[2] : "";
    if (option == "--save")
    {
        using NetGen.Model drawn = create();
        drawn.Save(args[1]);
        return 0;
    }

    float[] image = new float[describe()];
    double made = Clock.Now;
    using NetGen.Model model = fromFile(args[1]);
    double loaded = Clock.Now;
    float[] outputs = new float[model.Description.OutputSize];
    model.Predict(image, outputs);
    double first = Clock.Now;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{args[0]},{main:F1},{made:F1},{loaded:F1},{first:F1}"));
    if (option == "--detail")
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{JitInfo.GetCompiledMethodCount()} methods compiled in {JitInfo.GetCompilationTime().TotalMilliseconds:F1} ms, {JitInfo.GetCompiledILBytes()} bytes of IL; {GC.GetTotalAllocatedBytes() >> 20} MB allocated, {Environment.WorkingSet >> 20} MB in memory"));
        foreach (int n in (int[])[1, 10, 100])
        {
            double before = Clock.Now;
            for (int i = 0; i < n; i++)
            {
                model.Predict(image, outputs);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n} more: {(Clock.Now - before) / n:F3} ms each"));
        }
    }

    if (option == "--bits")
    {
        // What was predicted for a ramp of values: equal wherever the same instructions compute it.
        for (int i = 0; i < image.Length; i++)
        {
            image[i] = (i % 17) / 17f;
        }

        model.Predict(image, outputs);
        string set = Avx512F.IsSupported ? "avx512" : Avx2.IsSupported && Fma.IsSupported ? "avx2" : "portable";
        ulong hash = 14695981039346656037; // FNV-1a
        foreach (byte part in MemoryMarshal.AsBytes<float>(outputs))
        {
            hash = (hash ^ part) * 1099511628211;
        }

        Console.WriteLine($"{set},{hash:x16}");
    }

    return 0;
}
