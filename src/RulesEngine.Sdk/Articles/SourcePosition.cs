namespace RulesEngine.Sdk;

/// <summary>A place in the file as its author has it.</summary>
/// <param name="Line">1-based line; in a .docx the paragraph.</param>
/// <param name="Column">1-based column in UTF-16 code units; in a .docx the character in the paragraph.</param>
/// <param name="Offset">0-based offset in UTF-16 code units of the decoded file, a byte order mark not counted.</param>
public readonly record struct SourcePosition(int Line, int Column, int Offset);

/// <summary>A stretch of the file as its author has it; the end is exclusive.</summary>
/// <param name="Start">Position of the first code unit.</param>
/// <param name="End">Position just after the last code unit.</param>
public readonly record struct SourceRange(SourcePosition Start, SourcePosition End);
