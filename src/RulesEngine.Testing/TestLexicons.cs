using System.Collections.Immutable;
using System.Reflection;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>The word lists of an assembly under test and of the engine, with the changes of the test.</summary>
internal sealed class TestLexicons
{
    /// <exception cref="VerificationException">A list that the test changes does not exist.</exception>
    public TestLexicons(Assembly assembly, ImmutableDictionary<string, LexiconChange> changes)
    {
        var own = changes.ToImmutableDictionary(pair => pair.Key, pair => new Hosting.Plugins.LexiconChange(pair.Value.Add, pair.Value.Remove), StringComparer.Ordinal);
        Engine = new PluginLexicons(null, EmbeddedLexicons.Instance, own);
        Plugin = new PluginLexicons(Path.Combine(Path.GetDirectoryName(assembly.Location) ?? "", "lexicons"), Engine, own);
        foreach (var name in changes.Keys.Order(StringComparer.Ordinal))
        {
            try
            {
                _ = Plugin[name];
            }
            catch (Exception exception) when (exception is KeyNotFoundException or FormatException)
            {
                throw new VerificationException($"the test changes a word list that cannot be read: {exception.Message}");
            }
        }
    }

    /// <summary>What facts are found with.</summary>
    public ILexicons Engine { get; }

    /// <summary>What the analyzer sees.</summary>
    public ILexicons Plugin { get; }
}
