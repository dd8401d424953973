namespace Generate;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of MNIST's or CIFAR-10's files; <see langword="null"/> for drawn digits.</param>
/// <param name="Epochs">Passes over the images; <see langword="null"/> for the data's own number.</param>
/// <param name="Judge">The weights of the network that reads digits; <see langword="null"/> to train one.</param>
/// <param name="Seed">Decides drawn digits, initial weights, the order of the images and the noise.</param>
/// <param name="Threads">Threads to train on.</param>
/// <param name="Out">The folder of what is written.</param>
internal sealed record GenerateOptions(string? Data, int? Epochs, string? Judge, int Seed, int Threads, string Out);
