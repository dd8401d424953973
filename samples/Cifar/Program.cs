using Cifar;

return SampleProgram.Run(CommandLine.Make(ClassifyCommand.Run, DegradationCommand.Run), args);
