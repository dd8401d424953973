namespace CifarAblation;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The folder of CIFAR-10's files.</param>
/// <param name="Stages">The numbers of the stages, in order.</param>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Modern">Whether stages are trained by today's recipe, instead of the published one.</param>
/// <param name="Images">How many of the training images are taken, and a fifth as many of the test images.</param>
/// <param name="Seed">Decides the initial weights, the order of the images, their changes and the dropout.</param>
/// <param name="Threads">Threads to train on; null for a processor each.</param>
/// <param name="Mpi">Whether mpirun started several processes, which train together.</param>
/// <param name="Out">The folder of checkpoints, logs, the table and the report.</param>
internal sealed record AblationOptions(string Data, IReadOnlyList<int> Stages, int Epochs, bool Modern, int Images, int Seed, int? Threads, bool Mpi, string Out);
