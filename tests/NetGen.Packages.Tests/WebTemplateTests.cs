using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shouldly;

namespace NetGen.Packages.Tests;

/// <summary>The web API as its template makes it, asked over HTTP.</summary>
[Collection(PackagesCollection.Name)]
public sealed class WebTemplateTests(PackageFeed feed)
{
    private const string Project = "Web.Digits";
    private const int Pixels = 28 * 28;
    private const int Requests = 200;

    private readonly TemplateProjects _projects = feed.Templates;

    /// <summary>Many requests at once have the bits of one after the other; weights from a file, the same ones, too.</summary>
    [Fact]
    public async Task ManyRequestsAtOnce_HaveTheBitsOfOne()
    {
        List<string> images = [];
        List<string> readings = [];
        using (WebProgram trained = await StartAsync())
        {
            (await trained.Client.GetStringAsync("/")).ShouldContain("\"weights\":\"trained on drawn digits at start\"");
            for (int digit = 0; digit < 10; digit++)
            {
                images.Add(await trained.Client.GetStringAsync($"/example/{digit}"));
                readings.Add(await ReadAsync(trained, images[^1]));
                CheckReading(readings[^1]);
            }

            readings.Distinct().Count().ShouldBe(10);
            string[] atOnce = await Task.WhenAll(Enumerable.Range(0, Requests).Select(i => ReadAsync(trained, images[i % 10])));
            atOnce.ShouldBe(Enumerable.Range(0, Requests).Select(i => readings[i % 10]));
        }

        // The console program trains alike.
        using WebProgram loaded = await StartAsync("--weights", _projects.Weights);
        (await loaded.Client.GetStringAsync("/")).ShouldContain("\"weights\":\"digits.safetensors\"");
        (await Task.WhenAll(images.Select(image => ReadAsync(loaded, image)))).ShouldBe(readings);
    }

    [Fact]
    public async Task BadInput_IsAnsweredWithASentence()
    {
        using WebProgram web = await StartAsync("--weights", _projects.Weights);

        (await RefusedAsync(web, "{}")).ShouldBe("pixels: expected 784 values, row by row, actual 0");
        (await RefusedAsync(web, """{"pixels":[0.5,1]}""")).ShouldBe("pixels: expected 784 values, row by row, actual 2");
        (await RefusedAsync(web, Image(17, "1.5"))).ShouldBe("pixels[17]: expected a value from 0 to 1, actual 1.5");
        (await RefusedAsync(web, Image(783, "-0.25"))).ShouldBe("pixels[783]: expected a value from 0 to 1, actual -0.25");
        (await RefusedAsync(web, Image(3, "\"white\""))).ShouldContain("$.pixels[3]");
        (await RefusedAsync(web, """{"pixels":[0.5,""")).ShouldContain("reached end of data");
        (await RefusedAsync(web, "null")).ShouldNotBeNullOrWhiteSpace();
        (await RefusedAsync(web, "")).ShouldNotBeNullOrWhiteSpace();
        using HttpResponseMessage text = await web.Client.PostAsync("/predict", new StringContent("text"));
        text.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);

        // And it goes on.
        await ReadAsync(web, Image(0, "1"));
        web.Output.ShouldNotContain("Exception");
    }

    [Fact]
    public void AbsentWeights_EndItWithASentence()
    {
        Command run = Command.Dotnet(_projects.FolderOf(Project), _projects.Program(Project), "--urls", "http://127.0.0.1:0", "--weights", "absent.safetensors");

        run.ExitCode.ShouldBe(1, run.Output);
        run.Output.ShouldContain("The weights cannot be loaded: ");
        run.Output.ShouldContain("absent.safetensors");
    }

    private Task<WebProgram> StartAsync(params string[] arguments) => WebProgram.StartAsync(_projects.FolderOf(Project), _projects.Program(Project), arguments);

    /// <summary>An image of noughts but for one value.</summary>
    private static string Image(int index, string value)
    {
        string[] values = new string[Pixels];
        Array.Fill(values, "0");
        values[index] = value;
        return $$"""{"pixels":[{{string.Join(',', values)}}]}""";
    }

    private static async Task<string> ReadAsync(WebProgram web, string image)
    {
        using HttpResponseMessage response = await PostAsync(web, image);
        string body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return body;
    }

    /// <summary>What a refused request is told.</summary>
    private static async Task<string> RefusedAsync(WebProgram web, string body)
    {
        using HttpResponseMessage response = await PostAsync(web, body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return problem.GetProperty("detail").GetString()!;
    }

    private static Task<HttpResponseMessage> PostAsync(WebProgram web, string body) =>
        web.Client.PostAsync("/predict", new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>The digit is the one of the largest probability, and these add up.</summary>
    private static void CheckReading(string reading)
    {
        JsonElement root = JsonDocument.Parse(reading).RootElement;
        float[] probabilities = [.. root.GetProperty("probabilities").EnumerateArray().Select(e => e.GetSingle())];
        probabilities.Length.ShouldBe(10);
        probabilities.Sum().ShouldBe(1f, 1e-5f);
        probabilities[root.GetProperty("digit").GetInt32()].ShouldBe(probabilities.Max());
    }
}
