using Microsoft.Playwright;

namespace NetGen.Reports.Tests.Browser;

/// <summary>A page in a headless Chromium of its own, with all that it said and asked for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private OpenPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors and whatever else came to the console.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>What was asked for, but for the page itself and the pictures in it.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenPage> Open(string path, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        string url = new Uri(path).AbsoluteUri;
        IPlaywright playwright = await Playwright.CreateAsync();

        // A container's root has no sandbox; the page is ours.
        IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumFactAttribute.Find(), Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        IPage page = await browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        OpenPage open = new(playwright, browser, page);
        page.Console += (_, message) => open.Messages.Add(message.Text);
        page.PageError += (_, error) => open.Messages.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url != url && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                open.Requests.Add(request.Url);
            }
        };
        await page.GotoAsync(url);
        return open;
    }

    /// <summary>Moves the pointer to a share of a chart's drawing, and reads what shows up.</summary>
    public async Task<string[]> Hover(ILocator chart, double x, double y)
    {
        ILocator svg = chart.Locator("svg");
        await svg.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await svg.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + (float)(x * box.Width), box.Y + (float)(y * box.Height));
        return [.. await chart.Locator(".tip p, .tip div").AllInnerTextsAsync()];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
