using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RulesEngine.Hosting.Yaml;

/// <summary>
/// Reads one YAML document into nodes with positions. Works on the parser's events: the library's reflection costs more at
/// start-up than everything else together. Size, depth and number of nodes are bounded; anchors, aliases and tags are
/// refused, because a few of them can stand for millions of nodes.
/// </summary>
public static class YamlReader
{
    /// <summary>Longest text that is read, in UTF-16 code units.</summary>
    public const int MaximumLength = 1_000_000;

    /// <summary>Deepest nesting that is read.</summary>
    public const int MaximumDepth = 24;

    /// <summary>Reads a file's text. The root is null where there is a problem or where the file is empty.</summary>
    public static (YamlNode? Root, YamlProblem? Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumLength)
        {
            return (null, new YamlProblem($"longer than {MaximumLength} characters; split the file", 1, 1));
        }

        try
        {
            return (new EventReader(text).ReadDocument(), null);
        }
        catch (InvalidYamlException exception)
        {
            return (null, exception.Problem);
        }
        catch (YamlException exception)
        {
            return (null, new YamlProblem(Describe(exception), (int)exception.Start.Line, (int)exception.Start.Column));
        }
    }

    private static string Describe(YamlException exception)
    {
        var reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return $"not valid YAML: {reason}; quote values that hold a colon, a dash or a bracket, and indent with blanks";
    }

    /// <summary>Unwinds the recursion; never leaves this file.</summary>
    private sealed class InvalidYamlException(string message, Mark at) : Exception(message)
    {
        public YamlProblem Problem { get; } = new(message, (int)at.Line, (int)at.Column);
    }

    private sealed class EventReader(string text)
    {
        private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));

        public YamlNode? ReadDocument()
        {
            Next();
            if (Next() is StreamEnd)
            {
                return null;
            }

            var root = ReadNode(Next(), 0);
            Next();
            return Next() is StreamEnd ? root : throw Invalid("a second document; keep one document a file (no further '---')");
        }

        private ParsingEvent Next() => _parser.MoveNext() ? _parser.Current! : throw Invalid("the file ends too early");

        private InvalidYamlException Invalid(string message) => new(message, _parser.Current?.Start ?? Mark.Empty);

        private YamlNode ReadNode(ParsingEvent current, int depth)
        {
            if (depth > MaximumDepth)
            {
                throw Invalid($"nested deeper than {MaximumDepth} levels");
            }

            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                throw Invalid("anchors and aliases (& and *) are not read; write the value out, or quote it where it is text");
            }

            if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
            {
                throw Invalid($"the tag {tag.Value} is not read; leave it out, or quote the value where it is text");
            }

            var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
            return current switch
            {
                Scalar scalar => new YamlScalar(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain),
                SequenceStart => new YamlSequence(line, column, ReadItems(depth)),
                MappingStart => new YamlMapping(line, column, ReadEntries(depth)),
                _ => throw Invalid("a value is missing"),
            };
        }

        private ImmutableArray<YamlNode> ReadItems(int depth)
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            for (var current = Next(); current is not SequenceEnd; current = Next())
            {
                items.Add(ReadNode(current, depth + 1));
            }

            return items.ToImmutable();
        }

        private ImmutableArray<YamlEntry> ReadEntries(int depth)
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            for (var current = Next(); current is not MappingEnd; current = Next())
            {
                if (ReadNode(current, depth + 1) is not YamlScalar key)
                {
                    throw Invalid("a key has to be a single value");
                }

                if (!keys.Add(key.Value))
                {
                    throw new InvalidYamlException($"the key '{key.Value}' stands here a second time; merge the two", new Mark(0, key.Line, key.Column));
                }

                entries.Add(new YamlEntry(key, ReadNode(Next(), depth + 1)));
            }

            return entries.ToImmutable();
        }
    }
}
