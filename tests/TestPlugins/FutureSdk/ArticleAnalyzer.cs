namespace RulesEngine.Sdk;

/// <summary>Stands for the base class of a later Sdk with another shape.</summary>
public abstract class ArticleAnalyzer
{
    public abstract void Analyze(string text);
}
