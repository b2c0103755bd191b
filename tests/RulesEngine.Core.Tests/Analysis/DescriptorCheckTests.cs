using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Analysis;

public sealed class DescriptorCheckTests
{
    [Fact]
    public void A_rule_that_keeps_the_contract_has_no_fault() =>
        Assert.Null(DescriptorCheck.FindFault([Rule(), Rule(id: "acme.B-2_x", message: "'{0}' {{braces}} {1}", options: [new OptionDescriptor<ImmutableArray<string>>("some-words", [], "words")])]));

    [Theory]
    [InlineData("", "an id holds letters")]
    [InlineData("A 1", "an id holds letters")]
    [InlineData("A,1", "an id holds letters")]
    public void An_id_that_no_configuration_could_name_is_named(string id, string fault) => AssertFault(fault, Rule(id: id));

    [Theory]
    [InlineData(" ", "its message format is empty")]
    [InlineData("found {0", "is no composite format string")]
    [InlineData("found }", "is no composite format string")]
    public void A_message_that_could_not_be_written_is_named(string message, string fault) => AssertFault(fault, Rule(message: message));

    [Fact]
    public void Severity_and_doubles_are_named()
    {
        AssertFault("its default severity is none", Rule(severity: DiagnosticSeverity.None));
        AssertFault("its default severity is none", Rule(severity: (DiagnosticSeverity)9));
        Assert.Equal("it declares rule A1 twice", DescriptorCheck.FindFault([Rule(), Rule()]));
    }

    [Fact]
    public void Options_that_no_configuration_could_set_are_named()
    {
        AssertFault("the name of its option 'Minimum' is not lower case", Rule(options: [new OptionDescriptor<int>("Minimum", 1, "least")]));
        AssertFault("it declares option 'minimum' twice", Rule(options: [new OptionDescriptor<int>("minimum", 1, "least"), new OptionDescriptor<int>("minimum", 1, "least")]));
        AssertFault("its option 'minimum' is of type Int64", Rule(options: [new OptionDescriptor<long>("minimum", 1, "least")]));
        AssertFault("its option 'words' has no default", Rule(options: [new OptionDescriptor<ImmutableArray<string>>("words", default, "words")]));
    }

    private static void AssertFault(string fault, DiagnosticDescriptor rule)
    {
        var found = DescriptorCheck.FindFault([rule]);

        Assert.NotNull(found);
        Assert.StartsWith($"rule '{rule.Id}': ", found, StringComparison.Ordinal);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    private static DiagnosticDescriptor Rule(string id = "A1", string message = "found", DiagnosticSeverity severity = DiagnosticSeverity.Warning, params ImmutableArray<OptionDescriptor> options) => new()
    {
        Id = id,
        Title = "test rule",
        MessageFormat = message,
        Category = "Test",
        DefaultSeverity = severity,
        Why = "tests need a rule",
        Options = options,
    };
}
