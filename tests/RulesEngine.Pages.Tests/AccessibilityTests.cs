using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RulesEngine.Pages.Tests;

public sealed class AccessibilityTests(Browser browser, Proofs proofs) : IClassFixture<Browser>, IClassFixture<Proofs>
{
    private static readonly string[] Pages =
    [
        "src/RulesEngine.Cli/Samples/one-finding.txt.html",
        "src/RulesEngine.Cli/Samples/sixty-findings.txt.html",
        "src/RulesEngine.Cli/Samples/clean.txt.html",
        "src/RulesEngine.Cli/Samples/right-to-left.html.html",
        "src/RulesEngine.Cli/Samples/tables-and-suppressions.md.html",
        "tests/samples/town-hall.docx.html",
        "index.html",
    ];

    public static TheoryData<string, int, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, int, ColorScheme>();
            foreach (var page in Pages)
            {
                foreach (var width in (ReadOnlySpan<int>)[1280, 390])
                {
                    views.Add(page, width, ColorScheme.Light);
                    views.Add(page, width, ColorScheme.Dark);
                }
            }

            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_and_nothing_is_fetched(string name, int width, ColorScheme scheme)
    {
        var requests = new List<string>();
        var page = await browser.OpenAsync(proofs.PathOf(name), width, scheme, requests);

        var result = await page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}")));
        Assert.All(requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_page_is_never_wider_than_the_window(int width)
    {
        foreach (var name in Pages)
        {
            var page = await browser.OpenAsync(proofs.PathOf(name), width, ColorScheme.Light, []);
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_takes_its_notes_away()
    {
        var page = await browser.OpenAsync(proofs.PathOf(Pages[1]), 1280, ColorScheme.Light, []);
        Assert.True(await page.Locator(".note.r1").First.IsVisibleAsync());

        await page.Locator("#show-r1").UncheckAsync();

        Assert.False(await page.Locator(".note.r1").First.IsVisibleAsync());
        await page.CloseAsync();
    }
}
