using CifarAblation;

return SampleProgram.Run(CommandLine.Make(Ablation.Run), args);
