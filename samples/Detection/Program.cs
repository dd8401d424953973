using Detection;

return SampleProgram.Run(CommandLine.Make(DetectionRun.Run), args);
