using NetGenApp._1;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<DigitReader>();
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
await using WebApplication app = builder.Build();

// What is no request at all is answered with its status, mostly 400, and a sentence.
app.Use(async (context, next) =>
{
    try
    {
        await next(context);
    }
    catch (BadHttpRequestException e)
    {
        await Results.Problem(e.InnerException?.Message ?? e.Message, statusCode: e.StatusCode).ExecuteAsync(context);
    }
});

app.MapGet("/", (DigitReader reader) => new { Network = DigitNet.Info.Name, DigitNet.Info.InputShape, DigitNet.ParameterCount, reader.Weights });

// An image to try /predict with.
app.MapGet("/example/{digit:int:range(0,9)}", (int digit) => DigitImage.Draw(digit));

app.MapPost("/predict", (DigitImage image, DigitReader reader) =>
    image.Problem is { } problem ? Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest) : Results.Ok(reader.Read(image.Pixels)));

try
{
    app.Services.GetRequiredService<DigitReader>(); // loads or trains before the first request comes
}
catch (IOException e)
{
    app.Logger.LogCritical("The weights cannot be loaded: {Problem}", e.Message);
    return 1;
}

await app.RunAsync();
return 0;
