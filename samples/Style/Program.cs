using Style;

return SampleProgram.Run(CommandLine.Make(PictureRun.Go, PainterRun.Train, PaintCommand.Run), args);
