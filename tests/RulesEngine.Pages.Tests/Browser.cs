using Microsoft.Playwright;

namespace RulesEngine.Pages.Tests;

/// <summary>The system's Chromium, driven without a window and without a network; started once for all tests.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What to say where there is none; null where there is one.</summary>
    public static string? Missing { get; } = Find() is null
        ? "there is no Chromium on the PATH: run tests/install-browser.sh, or name one in CHROMIUM=/path/to/it"
        : null;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Find() ?? throw new InvalidOperationException(Missing);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Opens a file in a wide window.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="requests">Takes the address of everything that the page asks for.</param>
    public async Task<IPage> OpenAsync(string file, ICollection<string> requests)
    {
        // Axe is run in the page, which allows no script of its own.
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 }, BypassCSP = true });
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
           from name in Names
           let path = Path.Combine(folder, name)
           where File.Exists(path)
           select path).FirstOrDefault();
}

/// <summary>A test that needs the browser: without one it fails under CI, and elsewhere it is passed over and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Looks for the browser.</summary>
    public BrowserFactAttribute() => Skip = WhyNot;

    /// <summary>Null where the test is to be run.</summary>
    internal static string? WhyNot => Environment.GetEnvironmentVariable("CI") == "true" ? null : Browser.Missing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the browser.</summary>
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.WhyNot;
}
