using Enlarge;

return SampleProgram.Run(CommandLine.Make(EnlargeRun.Train, PictureCommand.Run), args);
