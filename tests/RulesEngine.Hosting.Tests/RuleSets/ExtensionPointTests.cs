namespace RulesEngine.Hosting.Tests.RuleSets;

/// <summary>The extension points with their keys, as Vale documents them.</summary>
public sealed class ExtensionPointTests
{
    [Theory]
    [InlineData("tokens: [very, 'in spite of']", "It was [|very|] late, everyday, [|in spite of|] all. Very.")]
    [InlineData("ignorecase: true\ntokens: [very]", "[|Very|] late and [|VERY|] dark.")]
    [InlineData("nonword: true\ntokens: [ver]", "It was [|ver|]y late o[|ver|] there.")]
    [InlineData("tokens: ['colou?rs?', 'gr[ae]y']", "The [|colour|] and the [|colors|] are [|gray|], not colored.")]
    [InlineData("tokens: ['is \\w+ly']", "It [|is really|] so and this is so.")]
    [InlineData("tokens: ['claimed(?! responsibility)']", "He [|claimed|] it and claimed responsibility.")]
    [InlineData("nonword: true\ntokens: ['(?<=\\d)%']", "It rose 4[|%|] or % more.")]
    [InlineData("tokens: [foo, foobar]", "A [|foobar|] and a [|foo|].")]
    [InlineData("raw: ['\\b(?:is|was)\\b ']\ntokens: [made, 'giv\\w+']", "It [|was made|] and made; it [|is given|].")]
    [InlineData("append: true\nraw: ['(?= now)']\ntokens: [gone]", "It is [|gone|] now, gone for good.")]
    [InlineData("ignorecase: true\ntokens: ['\\w+ly']\nexceptions: [only, 'fam.ly']", "[|Sadly|] only the family [|really|] came.")]
    [InlineData("limit: 1\ntokens: [very]", "It was [|very|] very late.")]
    [InlineData("tokens: ['state of the art']", "It is [|state of\nthe art|] today.")]
    [InlineData("tokens: ['naïve', 'café']", "A [|naïve|] plan for the [|café|] and the cafés.")]
    [InlineData("tokens: ['(?i)nato']", "[|NATO|] and [|Nato|] and natos.")]
    [InlineData("ignoreCase: true\nNonword: true\ntokens: [ver]", "It was [|Ver|]y late.")]
    [InlineData("name: House.Rule\nsource: a book\nmatchcase: true\ntests: [{name: one, input: very}]\ntokens: [very]", "It was [|very|] late.")]
    [InlineData("ignorecase: true\ntokens: [very]\nexceptions: [Very]", "Very late and [|very|] dark.")]
    [InlineData("ignorecase: true\ntokens: [very]\nexceptions: ['(?i)VERY']", "Very late and very dark.")]
    [InlineData("tokens: ['\\w+/\\w+']\nexceptions: ['[Ii]nput/output']", "An input/output box [|and/or|] another.")]
    [InlineData("tokens: ['(?P<word>[[:lower:]]+) (?P=word)']", "It was [|on on|] Monday.")]
    [InlineData("nonword: true\ntokens: ['[[:digit:]]\\_[^[:space:]]']", "See [|3_a|] and 3 _a.")]
    [InlineData("tokens: ['(?P<first_word>\\w+)ly \\k<first_word>']", "It was [|only on|] Monday.")]
    [InlineData("scope: raw\nnonword: true\ntokens: ['ing$']", "It was ris[|ing|]\nand is fall[|ing|]")]
    [InlineData("scope: raw\nnonword: true\nraw: ['ing$']", "It was rising\nand is fall[|ing|]")]
    public void Existence(string keys, string markup) => RuleFolder.Check($"extends: existence\nmessage: \"avoid '%s'\"\n{keys}", markup);

    [Fact]
    public void Substitution_offers_what_to_write()
    {
        var found = RuleFolder.Check(
            "extends: substitution\nmessage: \"write '%s', not '%s'\"\nignorecase: true\nswap:\n  utilize: use\n  '(\\d+):00': $1\n  utilized: 'used|applied'",
            "They [|utilize|] it at [|7:00|] and [|Utilized|] it.");
        Assert.Equal(["write 'use', not 'utilize'", "write '7', not '7:00'", "write 'used or applied', not 'Utilized'"], found.Select(diagnostic => diagnostic.Message));
        Assert.Equal(["used", "applied"], found[2].Fixes.Select(fix => fix.Edits[0].NewText));
    }

    [Theory]
    [InlineData("swap: {'java ?script': JavaScript}\nignorecase: true", "[|Javascript|] and [|java script|] and JavaScript.")]
    [InlineData("swap: {'per cent': percent, 'per': a}", "One [|per cent|] [|per|] year.")]
    [InlineData("nonword: true\nswap: {'e\\.g\\.': for example}", "Tools, [|e.g.|] a saw.")]
    [InlineData("ignorecase: true\nswap: {'e-?mail': '[Ee]mail'}", "An [|e-mail|], an email, an Email, an [|EMAIL|].")]
    [InlineData("ignorecase: true\naction: {name: replace}\nnonword: true\nswap: {',,+': '...'}", "So[|,,,|] it goes.")]
    [InlineData("ignorecase: true\npos: NN\nswap: {big: large}", "A [|Big|] day.")]
    [InlineData("swap: {where is: where's}", "It goes where `x` is set, not [|where is|] known.")]
    public void Substitution(string keys, string markup) => RuleFolder.Check($"extends: substitution\nmessage: \"write '%s'\"\n{keys}", markup);

    [Fact]
    public void Substitution_quotes_the_options_of_a_replacement_once()
    {
        var found = RuleFolder.Check("extends: substitution\nmessage: \"use '%s' instead of '%s'\"\naction: {name: replace}\nswap: {big: large|great}", "A [|big|] day.");
        Assert.Equal("use 'large' or 'great' instead of 'big'", found[0].Message);
    }

    [Fact]
    public void Substitution_keeps_a_capital()
    {
        var found = RuleFolder.Check("extends: substitution\nmessage: \"use '%s', not '%s'\"\nignorecase: true\ncapitalize: true\naction: {name: replace}\nswap: {mankind: people|human kind}", "[|Mankind|] rose.");

        Assert.Equal("use 'People' or 'Human kind', not 'Mankind'", found[0].Message);
    }

    [Fact]
    public void A_heading_is_as_long_as_its_code_makes_it_and_is_shown_where_it_has_text() => RuleFolder.Check(
        "extends: occurrence\nmessage: m\nscope: heading\nmax: 20\ntoken: .", "# `make it all in one go`[|,|] then\n\n# `make it all in one go`\n");

    [Fact]
    public void An_edit_may_be_about_blanks()
    {
        var trimmed = RuleFolder.Check("extends: existence\nmessage: close up\nnonword: true\naction: {name: edit, params: [regex, ' ', '']}\ntokens: ['\\w – \\w']", "It [|s – o|] is.");
        Assert.Equal("s–o", trimmed[0].Fixes[0].Edits[0].NewText.Replace(" ", "", StringComparison.Ordinal));
        var shortened = RuleFolder.Check("extends: repetition\nmessage: twice\naction: {name: edit, params: [truncate, ' ']}\ntokens: ['\\w+']", "Over [|the the|] hill.");
        Assert.Equal("the", shortened[0].Fixes[0].Edits[0].NewText);
    }

    [Theory]
    [InlineData("max: 2\ntoken: ','\nscope: sentence", "One[|,|] two, three, four. One, two.")]
    [InlineData("max: 2\ntoken: ','\nscope: paragraph", "One, two.\n\nOne[|,|] two, three, four.")]
    [InlineData("min: 1\ntoken: said\nscope: paragraph", "He said no.\n\n[|Nobody spoke.|]")]
    public void Occurrence(string keys, string markup) => RuleFolder.Check($"extends: occurrence\nmessage: count\n{keys}", markup);

    [Theory]
    [InlineData("tokens: ['[^\\s]+']", "Over [|the the|] hill. That that. No. No.")]
    [InlineData("ignorecase: true\ntokens: ['[^\\s]+']", "[|The the|] hill.")]
    [InlineData("alpha: true\ntokens: ['[^\\s]+']", "Then 2 2 [|and and|] more.")]
    [InlineData("tokens: ['[^\\s]+']", "On [|we we|] go, and [|go go|] they did; did we, we did: [|so so|] [|it it|]\n\nit went. Went it.")]
    [InlineData("max: 1\ntokens: ['[^\\s]+']", "The old old house, house is far [|far far|] away, far far")]
    [InlineData("max: 1\ntokens: ['\\w+']", "The old old house is far [|far far|] away.")]
    public void Repetition(string keys, string markup) =>
        RuleFolder.Check($"extends: repetition\nmessage: \"'%s' twice\"\n{keys}\nexceptions: [That, that]", markup);

    [Theory]
    [InlineData("either: {advisor: adviser}", "An advisor met an [|adviser|] and an advisor.")]
    [InlineData("either: {advisor: adviser}", "An adviser met an adviser.")]
    [InlineData("nonword: true\neither: {'(?<=\\d)%': ' percent'}", "From 4% to 5[| percent|].")]
    public void Consistency(string keys, string markup) => RuleFolder.Check($"extends: consistency\nmessage: \"'%s'\"\n{keys}", markup);

    [Theory]
    [InlineData("The [|WHO|] met.\n\nThe World Health Organization (WHO) met the WHO.")]
    [InlineData("The WHO met. The World Health Organization (WHO) met the WHO.")]
    [InlineData("The who met. The [|UNO|] met.")]
    [InlineData("The Food and Drug Administration (FDA) and the FDA met NASA.")]
    public void Conditional(string markup) => RuleFolder.Check(
        "extends: conditional\nmessage: \"'%s' is not explained\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NASA]", markup);

    [Fact]
    public void Conditional_without_a_group_looks_for_the_second_in_the_block() => RuleFolder.Check(
        "extends: conditional\nmessage: m\nfirst: '[0-9]+ per cent'\nsecond: according to", "It rose 3 per cent, according to the bank.\n\nIt fell [|4 per cent|].\n\nOf 5 per cent, 6 per cent are new, according to her.");

    [Fact]
    public void Conditional_knows_a_group_behind_what_the_pattern_reader_does_not_know() => RuleFolder.Check(
        "extends: conditional\nmessage: m\nfirst: '\\b[A-Z]{3,5}\\b'\nsecond: '(?:\\p{Lu}\\w+ )+\\(([A-Z]{3,5})\\)'", "The Food Agency (FDA) met the [|WHO|] and the FDA.");

    [Theory]
    [InlineData("$title", "# [|The fall of the mayor|]")]
    [InlineData("$title", "# The Fall of the Mayor")]
    [InlineData("$sentence", "# [|The Fall Of The Mayor|]")]
    [InlineData("$sentence", "# The fall of the NATO chief")]
    [InlineData("$sentence\nexceptions: [Old Town, '[A-Z]{2,}']", "# The mayor of Old Town meets the EU in Bern")]
    [InlineData("$sentence\nexceptions: [Old Town]", "# [|The mayor of Old Place|]")]
    [InlineData("$sentence", "# 1. The fall of a mayor\n\n# [|B. The fall here|]\n\n# [|the fall of a mayor in the town hall|]\n\n# `the` fall of a mayor")]
    [InlineData("$sentence\nindicators: [':']", "# The fall: What comes next")]
    [InlineData("$sentence\nprefix: '[a-z]\\.\\s'", "# a. The fall of a mayor")]
    [InlineData("$sentence\nthreshold: 0.5", "# The Fall of a mayor")]
    [InlineData("$title", "# The Mayor — In and Out of `office`")]
    [InlineData("$lower", "# the fall")]
    [InlineData("$upper", "# [|The fall|]")]
    [InlineData("'^The'", "# [|A fall|]")]
    public void Capitalization(string match, string markup) =>
        RuleFolder.Check($"extends: capitalization\nmessage: \"'%s' is capitalised wrongly\"\nscope: heading\nmatch: {match}", markup);

    [Fact]
    public void Metric_compares_a_formula()
    {
        const string Rule = "extends: metric\nmessage: \"%s words a sentence\"\nformula: words / sentences\ncondition: '> 5'";
        Assert.Equal("6.00 words a sentence", RuleFolder.Check(Rule, "[|O|]ne two three four five six.")[0].Message);
        RuleFolder.Check(Rule, "One two. Three four.");
    }

    [Fact]
    public void Readability_gives_the_grade()
    {
        const string Rule = "extends: readability\nmessage: grade %s\ngrade: 8\nmetrics: [Flesch-Kincaid]";
        RuleFolder.Check(Rule, "The cat sat on the mat. The dog ran.");
        Assert.StartsWith("grade ", RuleFolder.Check(Rule, "[|I|]nternational organizations deliberately underestimated constitutional irregularities throughout authoritarian administrations.")[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- {pattern: very}\n  - {tag: 'JJ|RB'}", "A [|very old|] house.")]
    [InlineData("- {pattern: the}\n  - {pattern: house, skip: 1}", "He saw [|the old house|] and [|the house|] and the very old house.")]
    [InlineData("- {pattern: old}\n  - {pattern: house, negate: true}", "An old house and an [|old dog|].")]
    [InlineData("- {tag: NN, skip: 3}\n  - {pattern: it}", "The [|dog ran because it|] could, and so it sat.")]
    [InlineData("- {tag: NN}\n  - {pattern: using}", "See the [|files using|] them and [|methods using|] it.")]
    [InlineData("- {tag: NN, skip: 4, min: 2}\n  - {pattern: it, target: true}", "The dog chased the cat until [|it|] tired. The dog barked because it hungered.")]
    [InlineData("- {pattern: the}\n  - {skip: 1}\n  - {pattern: house}", "He saw [|the old house|] and the very old house.")]
    [InlineData("- {upos: NUM}\n  - {upos: NOUN, target: true}", "He saw four [|houses|].")]
    [InlineData("- {tag: DT, negate: true}\n  - {pattern: house, target: true}", "The house and [|house|] hunting.")]
    public void Sequence(string tokens, string markup) => RuleFolder.Check($"extends: sequence\nmessage: \"'%s'\"\ntokens:\n  {tokens}", markup);

    [Theory]
    [InlineData("[|“The Fall” – A Mayor Goes|]", "“The fall” – a mayor goes")]
    [InlineData("[|The `FooBar` Goes|]", null)]
    public void A_heading_is_mended_without_losing_marks_or_changing_code(string heading, string? mended)
    {
        var found = RuleFolder.Check("extends: capitalization\nmessage: m\nscope: heading\nmatch: $sentence\naction: {name: replace}", "# " + heading);

        Assert.Equal(mended, found[0].Fixes.FirstOrDefault()?.Edits[0].NewText);
    }

    [Fact]
    public void Sequence_leaves_alone_what_begins_in_an_exception() => RuleFolder.Check(
        "extends: sequence\nmessage: m\nexceptions: ['In the end, .*']\ntokens:\n  - {pattern: very}\n  - {tag: JJ}", "It was [|very old|]. In the end, very old men came.");

    [Fact]
    public void Sequence_hands_every_word_over_to_the_message() => Assert.Equal(
        "endpoints, not endpoint's",
        RuleFolder.Check("extends: sequence\nmessage: \"%[1]ss, not %[1]s's\"\ntokens:\n  - tag: NN\n  - pattern: \"'s\"\n  - pattern: are", "The [|endpoint's are|] there.")[0].Message);

    [Theory]
    [InlineData("[replace, '-', ' ']", "well-ly", "well ly")]
    [InlineData("[[lower], [wrap, '*']]", "Well-ly", "*well-ly*")]
    [InlineData("[trim, l, upper, prefix, A]", "lal-ly", "AAL-LY")]
    [InlineData("[regex, '(a)-(l)', '$2-$1']", "a-ly", "l-ay")]
    [InlineData("[squeeze, capitalize]", "a  b-ly", "A b-ly")]
    [InlineData("[dumb, unwrap, '\"']", "“a”-ly", "a\"-ly")]
    public void Edits_follow_each_other(string parameters, string found, string edited)
    {
        var flagged = RuleFolder.Check($"extends: existence\nmessage: m\nnonword: true\naction: {{name: edit, params: {parameters}}}\ntokens: ['\\S.*-ly']", $"[|{found}|].");

        Assert.Equal(edited, flagged[0].Fixes[0].Edits[0].NewText);
    }

    [Theory]
    [InlineData("[trimm, ' ']", "there is no edit 'trimm'")]
    [InlineData("[replace, a]", "the edit 'replace' takes 2 more")]
    [InlineData("[lower, split, ' ', x]", "is a whole number, 0 or more, not 'x'")]
    [InlineData("[]", "an edit needs 'params'")]
    public void An_edit_that_is_none_is_named(string parameters, string message)
    {
        using var folder = new RuleFolder().With("Rule.yml", $"extends: existence\nmessage: m\naction: {{name: edit, params: {parameters}}}\ntokens: [a]");

        Assert.Contains(message, Assert.Single(folder.Load().Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action: {name: replace, safe: true}\nswap: {big: large}", true)]
    [InlineData("action: {name: replace}\nswap: {big: large}", false)]
    [InlineData("swap: {big: large}", false)]
    [InlineData("action: {name: replace, safe: true}\nswap: {big: large|great}", false)]
    public void A_fix_is_safe_where_the_rule_says_so_and_there_is_no_other(string keys, bool isSafe) =>
        Assert.All(RuleFolder.Check($"extends: substitution\nmessage: \"use '%s'\"\n{keys}", "A [|big|] day.")[0].Fixes, fix => Assert.Equal(isSafe, fix.IsSafe));

    [Fact]
    public void An_action_makes_fixes()
    {
        Assert.Equal("", RuleFolder.Check("extends: existence\nmessage: m\naction: {name: remove}\ntokens: [very]", "A [|very|] old house.")[0].Fixes[0].Edits[0].NewText);
        Assert.Equal("ab", RuleFolder.Check("extends: existence\nmessage: m\nnonword: true\naction: {name: edit, params: [trim_right, '.!']}\ntokens: ['ab[.!]+']", "An [|ab!!|] end.")[0].Fixes[0].Edits[0].NewText);
        Assert.Equal("very", RuleFolder.Check("extends: existence\nmessage: m\naction: {name: convert, params: [simple]}\ntokens: [VERY]", "A [|VERY|] old house.")[0].Fixes[0].Edits[0].NewText);
    }
}
