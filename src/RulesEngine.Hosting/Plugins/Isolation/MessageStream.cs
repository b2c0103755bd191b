using System.Buffers;
using System.Text.Json;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>Messages between the tool and the process of the plugins: one JSON object a line, of bounded length. Not for several threads at once.</summary>
internal sealed class MessageStream(Stream input, Stream output, int mostRead = MessageStream.MostBytes)
{
    /// <summary>Longest message in bytes; above any article that can be read.</summary>
    public const int MostBytes = 200_000_000;

    /// <summary>Every message from the tool has a number, and its answer the same one.</summary>
    public const string Number = "number";

    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private readonly byte[] _chunk = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <exception cref="IOException">Nobody reads any more.</exception>
    /// <exception cref="MessageException">It is too long.</exception>
    public void Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        if (buffer.WrittenCount > MostBytes)
        {
            throw new MessageException($"a message of more than {MostBytes} bytes");
        }

        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }

    /// <summary>Null at the end of the stream.</summary>
    /// <exception cref="MessageException">It is too long, or no JSON object.</exception>
    public JsonDocument? Read()
    {
        var line = new ArrayBufferWriter<byte>(1 << 12);
        while (true)
        {
            var chunk = _chunk.AsSpan(_start, _end - _start);
            var newLine = chunk.IndexOf((byte)'\n');
            line.Write(newLine < 0 ? chunk : chunk[..newLine]);
            if (newLine >= 0)
            {
                _start += newLine + 1;
                return Parse(line.WrittenMemory);
            }

            if (line.WrittenCount > mostRead)
            {
                throw new MessageException($"a message of more than {mostRead} bytes");
            }

            _start = 0;
            _end = input.Read(_chunk);
            if (_end == 0)
            {
                return line.WrittenCount == 0 ? null : throw new MessageException("half a message");
            }
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            var document = JsonDocument.Parse(line, s_strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new MessageException("no JSON object");
        }
        catch (JsonException)
        {
            throw new MessageException("no JSON");
        }
    }
}

/// <summary>A message that breaks the protocol; says what came instead.</summary>
internal sealed class MessageException(string what) : Exception(what);
