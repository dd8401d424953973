using Classify;

return SampleProgram.Run(CommandLine.Make(TrainCommand.Run, PredictCommand.Run), args);
