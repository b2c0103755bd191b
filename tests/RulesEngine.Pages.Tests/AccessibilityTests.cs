using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RulesEngine.Pages.Tests;

/// <summary>The pages as a browser shows them: in a wide window and on a phone, light and dark.</summary>
public sealed class AccessibilityTests(Browser browser, Proofs proofs) : IClassFixture<Browser>, IClassFixture<Proofs>
{
    private const string Sixty = "src/RulesEngine.Cli/Samples/sixty-findings.txt.html";

    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    public static TheoryData<string> Pages =>
    [
        "src/RulesEngine.Cli/Samples/one-finding.txt.html",
        Sixty,
        "src/RulesEngine.Cli/Samples/clean.txt.html",
        "src/RulesEngine.Cli/Samples/right-to-left.html.html",
        "src/RulesEngine.Cli/Samples/tables-and-suppressions.md.html",
        "tests/samples/town-hall.docx.html",
        "index.html",
    ];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_no_view_is_too_wide_and_nothing_is_fetched(string name)
    {
        var requests = new List<string>();
        var page = await browser.OpenAsync(proofs.PathOf(name), requests);
        var wrong = new List<string>();
        foreach (var width in (int[])[1280, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            wrong.AddRange(await WidthAsync(page, width));
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(Violations);
                wrong.AddRange(result.Violations.Select(violation => $"{width} {scheme} {violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
            }
        }

        Assert.Empty(wrong);
        Assert.All(requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Notes_stand_beside_the_text_without_holes_in_it_and_without_touching_each_other()
    {
        var page = await browser.OpenAsync(proofs.PathOf(Sixty), []);

        var gaps = await page.EvaluateAsync<double[]>("Array.from(document.querySelectorAll('.copy')).map(e => e.getBoundingClientRect()).map((r, i, all) => i ? r.top - all[i - 1].bottom : 0)");
        var overlaps = await page.EvaluateAsync<double[]>("Array.from(document.querySelectorAll('.note')).map(e => e.getBoundingClientRect()).map((r, i, all) => i ? all[i - 1].bottom - r.top : 0)");
        var first = await page.EvaluateAsync<double>("document.querySelector('.note').getBoundingClientRect().top - document.querySelector('mark').getBoundingClientRect().top");

        Assert.All(gaps, gap => Assert.InRange(gap, -0.5, 0.5));
        Assert.All(overlaps, overlap => Assert.InRange(overlap, double.MinValue, 0));
        Assert.InRange(first, -30, 30);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_rule_that_is_switched_off_takes_its_notes_away()
    {
        var page = await browser.OpenAsync(proofs.PathOf(Sixty), []);
        Assert.True(await page.Locator(".note.r1").First.IsVisibleAsync());

        await page.Locator("#show-r1").UncheckAsync();

        Assert.False(await page.Locator(".note.r1").First.IsVisibleAsync());
        await page.CloseAsync();
    }

    private static async Task<IEnumerable<string>> WidthAsync(IPage page, int width)
    {
        var actual = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return actual == width ? [] : [$"{width}: the page is {actual} pixels wide"];
    }
}
