namespace RulesEngine.Architecture.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void Builds() => Assert.NotNull(typeof(AssemblyTests).Assembly.Location);
}
