using Style;

return SampleProgram.Run(CommandLine.Make(PictureRun.Go), args);
