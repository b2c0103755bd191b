using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>One process that plugins run in, from its start to its end. Not for several threads at once.</summary>
internal sealed class PluginChild : IDisposable
{
    /// <summary>How often the memory of the process is looked at while it works.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>Time in which a process that closed its output has ended.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>What a runtime needs beside the memory that it manages.</summary>
    private const long MemoryBesideHeap = 256L << 20;

    /// <summary>Longest answer in bytes: some thousand findings.</summary>
    private const int MostAnswer = 32_000_000;

    private readonly Process _process;
    private readonly MessageStream _messages;
    private readonly long _mostMemory;
    private readonly BlockingCollection<(JsonDocument? Message, string? Fault)> _answers = new(boundedCapacity: 1); // What floods its output waits.
    private readonly List<(int Id, Article Article)> _articles = [];
    private readonly HashSet<DiagnosticDescriptor> _rules = [];
    private int _lastArticle;
    private int _lastMessage;

    private PluginChild(Process process, long mostMemory)
    {
        _process = process;
        _mostMemory = mostMemory;
        _messages = new MessageStream(process.StandardOutput.BaseStream, process.StandardInput.BaseStream, MostAnswer);
        new Thread(ReadAnswers) { IsBackground = true, Name = "answers of plugins" }.Start();
        new Thread(DrainErrors) { IsBackground = true, Name = "errors of plugins" }.Start();
    }

    /// <summary>Number of each plugin in this process.</summary>
    public Dictionary<string, int> Plugins { get; } = new(StringComparer.Ordinal);

    /// <exception cref="PluginProcessException">It cannot be started.</exception>
    public static PluginChild Start(IsolationOptions options)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = options.MostMemory.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            return new PluginChild(Process.Start(start)!, options.MostMemory);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            throw new PluginProcessException($"could not be given a process ({PluginHost.FirstLine(exception)})");
        }
    }

    /// <summary>The number by which the process knows an article, and whether it has to be sent along.</summary>
    public (int Id, bool IsNew) Remember(Article article)
    {
        foreach (var (id, known) in _articles)
        {
            if (ReferenceEquals(known, article))
            {
                return (id, false);
            }
        }

        if (_articles.Count == PluginServer.RememberedArticles)
        {
            _articles.RemoveAt(0);
        }

        _articles.Add((++_lastArticle, article));
        return (_lastArticle, true);
    }

    /// <summary>Those of the rules that the process does not know yet; it is to be told of them.</summary>
    public List<DiagnosticDescriptor> Introduce(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(diagnostic => diagnostic.Descriptor).Where(_rules.Add)];

    /// <summary>Sends a message and waits for the answer.</summary>
    /// <exception cref="PluginProcessException">The process ended, broke the protocol, took too long or too much memory. It is of no use any more.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the process is of no use any more.</exception>
    public JsonDocument Exchange(Action<Utf8JsonWriter> write, TimeSpan budget, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        var number = ++_lastMessage;
        var writing = Task.Run(() => _messages.Write(json => WriteNumbered(json, number, write)), CancellationToken.None);
        while (true)
        {
            if (_answers.TryTake(out var answer, (int)Pace.TotalMilliseconds, cancellationToken))
            {
                var message = answer.Message ?? throw new PluginProcessException(answer.Fault ?? DescribeEnd());
                return message.RootElement.TryGetProperty(MessageStream.Number, out var answered) && answered.TryGetInt32(out var to) && to == number
                    ? message
                    : throw new PluginProcessException("answered what it was not asked, and its process was ended");
            }

            if (writing.IsFaulted && writing.Exception!.InnerException is MessageException tooLong)
            {
                throw new PluginProcessException($"cannot be sent the article: {tooLong.Message}");
            }

            ThrowIfTooLarge();
            if (Stopwatch.GetElapsedTime(begin) > budget && !Debugger.IsAttached)
            {
                throw new PluginProcessException(string.Create(CultureInfo.InvariantCulture, $"did not answer within {budget.TotalSeconds} s, and its process was ended"));
            }
        }
    }

    public void Dispose()
    {
        _answers.CompleteAdding();
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // It has ended already.
        }

        _process.Dispose();
    }

    private static void WriteNumbered(Utf8JsonWriter json, int number, Action<Utf8JsonWriter> write)
    {
        json.WriteNumber(MessageStream.Number, number);
        write(json);
    }

    private void ThrowIfTooLarge()
    {
        try
        {
            _process.Refresh();
            if (!_process.HasExited && _process.WorkingSet64 > _mostMemory + MemoryBesideHeap)
            {
                throw new PluginProcessException(string.Create(CultureInfo.InvariantCulture, $"took more than {(_mostMemory + MemoryBesideHeap) >> 20} MB of memory, and its process was ended"));
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the two questions; the end of its output says so.
        }
    }

    private string DescribeEnd()
    {
        if (!_process.WaitForExit(Farewell))
        {
            return "closed its output, and its process was ended";
        }

        // The runtime aborts on an overflow of the stack, and where a thread of the plugin throws: 134 on Unix, negative on Windows.
        var code = _process.ExitCode;
        return string.Create(CultureInfo.InvariantCulture, $"{(code is >= 128 or < 0 ? "crashed" : "ended")} its process (exit code {code})");
    }

    private void ReadAnswers()
    {
        try
        {
            var (message, fault) = (default(JsonDocument), default(string));
            do
            {
                (message, fault) = ReadAnswer();
                _answers.Add((message, fault));
            }
            while (message is not null);
        }
        catch (InvalidOperationException)
        {
            // Nobody waits for answers any more.
        }
    }

    private (JsonDocument? Message, string? Fault) ReadAnswer()
    {
        try
        {
            return (_messages.Read(), null);
        }
        catch (MessageException exception)
        {
            return (null, $"answered with {exception.Message}, and its process was ended");
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return (null, null);
        }
    }

    /// <summary>A process whose errors nobody reads would wait for ever.</summary>
    private void DrainErrors()
    {
        try
        {
            var buffer = new byte[4096];
            var errors = _process.StandardError.BaseStream;
            while (errors.Read(buffer) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process is gone.
        }
    }
}

/// <summary>What became of the process of a plugin; the message goes on after the name of the plugin.</summary>
internal sealed class PluginProcessException(string message) : Exception(message);
