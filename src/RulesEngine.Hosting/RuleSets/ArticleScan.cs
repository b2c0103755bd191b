using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>
/// All rules of a program at work on one article: one pass for their patterns, then each rule looks at what was found. Longer than most
/// files: which rules are still on, which block is looked at and what lies in scope is one state.
/// </summary>
internal sealed class ArticleScan
{
    private readonly RuleProgram _program;
    private readonly Action<Diagnostic> _report;
    private readonly Action<DiagnosticDescriptor, Exception> _fault;
    private readonly List<PatternMatch>?[] _found;
    private readonly List<Diagnostic> _reported = [];
    private readonly bool[] _isOn;
    // By number: a dictionary over an enum would be compiled at every start.
    private readonly Dictionary<int, bool[]> _wantedByTags = [];
    private bool[] _wanted = [];
    private bool _hasTokens;
    private string? _masked;

    /// <param name="program">The rules.</param>
    /// <param name="article">The article.</param>
    /// <param name="facts">What is known about it.</param>
    /// <param name="clock">Says when a rule has had its time.</param>
    /// <param name="report">Takes findings.</param>
    /// <param name="fault">Takes rules that failed.</param>
    public ArticleScan(RuleProgram program, Article article, ArticleFacts facts, RuleClock clock, Action<Diagnostic> report, Action<DiagnosticDescriptor, Exception> fault)
    {
        _program = program;
        Article = article;
        Facts = facts;
        Clock = clock;
        _report = report;
        _fault = fault;
        _found = new List<PatternMatch>?[program.Rules.Length];
        _isOn = new bool[program.Rules.Length];
        Regions = new ArticleRegions(article, facts, clock);
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>What is known about it.</summary>
    public ArticleFacts Facts { get; }

    /// <summary>Says when a rule has had its time.</summary>
    public RuleClock Clock { get; }

    /// <summary>Its stretches that scopes ask for.</summary>
    public ArticleRegions Regions { get; }

    /// <summary>Article text with stars for code inside blocks, as Vale sees it: words beside code are no neighbours.</summary>
    public string MaskedText => _masked ??= HasCode() ? MaskCode() : Article.Text;

    /// <summary>Text that findings are not reported in, in no order.</summary>
    public ImmutableArray<TextSpan> Ignored { get; init; } = [];

    /// <summary>All patterns by number.</summary>
    public ImmutableArray<Pattern> Patterns => _program.Patterns;

    /// <summary>Runs the rules that are switched on.</summary>
    public void Run(Func<DiagnosticDescriptor, bool> isEnabled, CancellationToken cancellation)
    {
        for (var i = 0; i < _isOn.Length; i++)
        {
            _isOn[i] = isEnabled(_program.Rules[i].Header.Descriptor);
        }

        foreach (var unit in _program.Units)
        {
            cancellation.ThrowIfCancellationRequested();
            FindPatterns(unit);
        }

        for (var i = 0; i < _isOn.Length; i++)
        {
            if (_isOn[i] && (_found[i] is not null || _program.Rules[i].RunsWithoutMatches))
            {
                cancellation.ThrowIfCancellationRequested();
                Evaluate(i);
            }
        }
    }

    /// <summary>Reports a finding.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, string message, ImmutableArray<Fix> fixes)
    {
        if (!IsIgnored(span))
        {
            _reported.Add(Diagnostic.CreateWithMessage(descriptor, span, message) with { Fixes = fixes });
        }
    }

    // A finding about more than what is ignored, such as a whole heading, stays.
    private bool IsIgnored(TextSpan span)
    {
        foreach (var ignored in Ignored)
        {
            if (ignored.Overlaps(span) && (ignored.Contains(span) || !span.Contains(ignored)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The facts, with the tokens made on nobody's time.</summary>
    public ArticleFacts GetTokens()
    {
        if (!_hasTokens)
        {
            var since = Clock.Now;
            _ = Facts.Tokens;
            Clock.Exclude(since);
            _hasTokens = true;
        }

        return Facts;
    }

    /// <summary>True where a rule with this scope may report a match of its patterns.</summary>
    public bool IsMatchInScope(ScopeSelector scope, TextSpan span, CodePolicy code = CodePolicy.None)
    {
        // The scan looked into blocks of the right kind only, and most articles have no marks that could decide further.
        const Regions Marks = Scopes.Regions.InlineCode | Scopes.Regions.Alt | Scopes.Regions.Address | Scopes.Regions.Link | Scopes.Regions.Strong | Scopes.Regions.Emphasis;
        return (Article.Inlines.IsEmpty && (scope.DecidingRegions & ~Marks) == Scopes.Regions.None) || IsInScope(scope, span, code);
    }

    private bool IsInScope(ScopeSelector scope, TextSpan span, CodePolicy code)
    {
        var tags = Article.BlockAt(span.Start) is { } block ? BlockTagger.GetTags(block, Article) : BlockTags.None;
        foreach (var clause in scope.Clauses)
        {
            if (clause.Unit == ScopeUnit.Raw || (clause.Accepts(tags, Article.Format) && Lies(clause, span, code)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a rule with this scope is applied to at a time.</summary>
    public IEnumerable<ScopedText> GetUnits(ScopeSelector scope)
    {
        foreach (var clause in scope.Clauses)
        {
            if (clause.Unit == ScopeUnit.Raw)
            {
                yield return new ScopedText([new TextSpan(0, Article.Text.Length)]);
                continue;
            }

            var spans = Article.Blocks.Where(block => clause.Accepts(BlockTagger.GetTags(block, Article), Article.Format)).Select(block => block.Span);
            if (clause.Unit == ScopeUnit.Summary)
            {
                yield return new ScopedText([.. spans]);
                continue;
            }

            if (clause.Unit == ScopeUnit.Region)
            {
                spans = Regions.Get(clause.UnitRegion).Where(span => IsInScope(scope, span, CodePolicy.Part));
            }

            foreach (var span in spans)
            {
                Clock.Check();
                yield return new ScopedText([span]);
            }
        }
    }

    private bool Lies(ScopeClause clause, TextSpan span, CodePolicy code)
    {
        const Regions Unread = Scopes.Regions.InlineCode | Scopes.Regions.Alt | Scopes.Regions.Address;
        for (var bit = 1; bit <= (int)clause.Regions; bit <<= 1)
        {
            if (((int)clause.Regions & bit) != 0 && !Regions.Holds((Regions)bit, span))
            {
                return false;
            }
        }

        for (var bit = 1; bit <= (int)clause.NoRegions; bit <<= 1)
        {
            if (((int)clause.NoRegions & bit) != 0 && IsTaken((Regions)bit, span, ((int)Unread & bit) != 0 ? code : CodePolicy.None))
            {
                return false;
            }
        }

        return true;
    }

    // A sentence with code in it is looked at all the same; a match in the code is not.
    private bool IsTaken(Regions region, TextSpan span, CodePolicy code) => code switch
    {
        CodePolicy.Any => false,
        CodePolicy.Part => Regions.Holds(region, span),
        _ => Regions.Touches(region, span),
    };

    private bool HasCode()
    {
        foreach (var inline in Article.Inlines)
        {
            if (inline.Kind == InlineKind.Code)
            {
                return true;
            }
        }

        return false;
    }

    private string MaskCode()
    {
        var text = Article.Text.ToCharArray();
        foreach (var inline in Article.Inlines)
        {
            if (inline.Kind == InlineKind.Code)
            {
                Array.Fill(text, '*', inline.Span.Start, inline.Span.Length);
            }
        }

        return new string(text);
    }

    private void FindPatterns(UnitPatterns unit)
    {
        if (unit.Unit == ScopeUnit.Raw)
        {
            FindInFile(unit.Index);
            return;
        }

        var scanner = new BlockScanner(unit.Index, unit.Region == Scopes.Regions.InlineCode ? Article.Text : MaskedText, _found, Clock, TimedOut);
        if (unit.Unit == ScopeUnit.Block)
        {
            foreach (var block in Article.Blocks)
            {
                if (SelectBlock(block))
                {
                    scanner.Scan(block.Span.Start, block.Span.End, _wanted);
                }
            }

            return;
        }

        foreach (var span in Regions.Get(unit.Region))
        {
            if (Article.BlockAt(span.Start) is { } block && SelectBlock(block))
            {
                scanner.Scan(span.Start, span.End, _wanted);
            }
        }
    }

    // The file with its marks; what is found is reported at the article text that stands there or comes before it.
    private void FindInFile(PatternIndex index)
    {
        var inFile = new List<PatternMatch>?[_found.Length];
        new BlockScanner(index, Article.SourceText, inFile, Clock, TimedOut).Scan(0, Article.SourceText.Length, _isOn);
        for (var i = 0; i < inFile.Length; i++)
        {
            foreach (var match in inFile[i] ?? [])
            {
                var span = SourceText.ToArticleText(Article, new TextSpan(match.Start, match.End));
                (_found[i] ??= []).Add(match with { Start = span.Start, End = span.End });
            }
        }
    }

    // Sees to it that a block is looked at by those rules that are on and whose scope takes it.
    private bool SelectBlock(Block block)
    {
        var tags = BlockTagger.GetTags(block, Article);
        if (!_wantedByTags.TryGetValue((int)tags, out var wanted))
        {
            wanted = FindWanted(tags);
            _wantedByTags.Add((int)tags, wanted);
        }

        _wanted = wanted;
        return wanted.Length > 0;
    }

    private bool[] FindWanted(BlockTags tags)
    {
        var accepted = new bool[_program.Selectors.Length];
        var isTaken = false;
        for (var i = 0; i < accepted.Length; i++)
        {
            accepted[i] = _program.Selectors[i].Accepts(tags, Article.Format);
            isTaken |= accepted[i];
        }

        var wanted = isTaken ? new bool[_isOn.Length] : [];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = _isOn[i] && accepted[_program.SelectorOfRule[i]];
        }

        return wanted;
    }

    private void Evaluate(int index)
    {
        var rule = _program.Rules[index];
        var isInTime = true;
        Clock.Begin(index);
        _reported.Clear();
        try
        {
            rule.Evaluate(new RuleRun(rule, this, _found[index] ?? []));
            _reported.ForEach(_report);
        }
        catch (TimeoutException)
        {
            isInTime = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _fault(rule.Header.Descriptor, exception);
        }

        Clock.End();
        if (!isInTime)
        {
            TimedOut(index);
        }
    }

    // Findings of half a rule would depend on the machine: the rule says nothing about this article.
    private void TimedOut(int index)
    {
        if (_isOn[index])
        {
            _isOn[index] = false;
            foreach (var wanted in _wantedByTags.Values)
            {
                if (wanted.Length > 0)
                {
                    wanted[index] = false;
                }
            }

            var header = _program.Rules[index].Header;
            _fault(header.Descriptor, new TimeoutException(Clock.IsOver(index)
                ? $"{header.Path} took longer than its budget of {Clock.Budget} in all: look for fewer patterns, or for such as begin with a word"
                : $"a pattern of {header.Path} took longer than {RegexFactory.TimeLimit.TotalSeconds:0} s: avoid repeats inside repeats, such as (a+)+"));
        }
    }
}
