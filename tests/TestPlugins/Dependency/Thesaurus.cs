using RulesEngine.Sdk;

namespace Dependency;

/// <summary>A base class in an assembly that does not reach the plugin's folder.</summary>
public abstract class Thesaurus : ArticleAnalyzer;
