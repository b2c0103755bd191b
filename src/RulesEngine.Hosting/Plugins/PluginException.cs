namespace RulesEngine.Hosting.Plugins;

/// <summary>A plugin that cannot be used; the message says the reason and the remedy. Caught by <see cref="PluginHost"/>.</summary>
internal sealed class PluginException(string reason, string remedy) : Exception($"{reason}; {remedy}");
