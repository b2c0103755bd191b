using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Templates;

/// <summary>Where <c>include</c> finds templates: in the folder of the template, and nowhere else.</summary>
internal sealed class TemplateFolder : ITemplateLoader
{
    private readonly string? _root;

    private TemplateFolder(string? root) => _root = root;

    public static TemplateFolder Embedded { get; } = new(null);

    public static TemplateFolder OnDisk(string root) => new(Path.GetFullPath(root));

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName)
    {
        var isPlain = templateName.Length > 0 && templateName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && !templateName.StartsWith('.');
        return isPlain
            ? templateName
            : throw new TemplateException($"include '{templateName}': only the plain name of a file in the template's own folder can be included");
    }

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => _root is null
        ? EmbeddedTemplates.Read(templatePath)
        : ReadFile(Path.Combine(_root, templatePath));

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));

    /// <summary>Reads a template file; a link must not lead out of its folder.</summary>
    public static string ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new TemplateException($"template {path} does not exist");
        }

        if (file.ResolveLinkTarget(returnFinalTarget: true) is { } target && Path.GetDirectoryName(target.FullName) != file.DirectoryName)
        {
            throw new TemplateException($"template {path} is a link that leads out of its folder");
        }

        if (file.Length > TemplateLimits.FileSize)
        {
            throw new TemplateException($"template {path} has {file.Length} bytes; at most {TemplateLimits.FileSize} are read");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"template {path} cannot be read: {exception.Message}", exception);
        }
    }
}

/// <summary>The templates that ship in the assembly.</summary>
internal static class EmbeddedTemplates
{
    private const string Prefix = "templates/";

    public static IEnumerable<string> Names => typeof(EmbeddedTemplates).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal);

    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedTemplates).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new TemplateException($"there is no template '{name}'");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
