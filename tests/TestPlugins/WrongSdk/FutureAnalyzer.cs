using RulesEngine.Sdk;

namespace WrongSdk;

public sealed class FutureAnalyzer : ArticleAnalyzer
{
    public override void Analyze(string text)
    {
    }
}
