namespace RulesEngine.Cli.Drafts;

/// <summary>A file to be checked.</summary>
/// <param name="FullPath">For the file system and the configuration.</param>
/// <param name="Path">As outputs name it: relative to the current folder, with <c>/</c>.</param>
/// <param name="IsStandardInput">True where the text comes from standard input and the paths only name it.</param>
internal sealed record Draft(string FullPath, string Path, bool IsStandardInput = false);
