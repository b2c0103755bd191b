using System.Reflection;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>Finds the analyzers and suppressors of a loaded assembly.</summary>
internal static class PluginTypes
{
    /// <summary>Public, not abstract, with a public parameterless constructor, in the order of their full names.</summary>
    /// <exception cref="PluginException">There are none, or a type cannot be loaded.</exception>
    public static List<Type> Find(Assembly assembly)
    {
        var found = new List<Type>();
        string? nearMiss = null;
        foreach (var type in GetTypes(assembly))
        {
            if (type.IsAbstract || !type.IsClass)
            {
                continue;
            }

            if (!type.IsSubclassOf(typeof(ArticleAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            {
                RefuseOtherSdk(type);
            }
            else if (!type.IsVisible)
            {
                nearMiss ??= $"{type.Name} is not public";
            }
            else if (type.GetConstructor(Type.EmptyTypes) is null)
            {
                nearMiss ??= $"{type.Name} has no public constructor without parameters";
            }
            else
            {
                found.Add(type);
            }
        }

        found.Sort((left, right) => string.CompareOrdinal(left.FullName, right.FullName));
        return found.Count > 0
            ? found
            : throw new PluginException($"there is no analyzer in it{(nearMiss is null ? "" : $" ({nearMiss})")}", "derive a public class with a parameterless constructor from ArticleAnalyzer");
    }

    private static Type[] GetTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            var first = exception.LoaderExceptions.FirstOrDefault(inner => inner is not null);
            throw new PluginException(
                $"some of its types cannot be loaded ({(first is null ? "no reason is given" : PluginHost.FirstLine(first))})",
                "put its dependencies into its folder (EnableDynamicLoading copies them) and build it against the current Sdk");
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            throw new PluginException($"a dependency is missing ({PluginHost.FirstLine(exception)})", "put its dependencies into its folder (EnableDynamicLoading copies them)");
        }
    }

    /// <summary>A base class of the same name from another copy of the Sdk makes every cast fail without a word.</summary>
    private static void RefuseOtherSdk(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.FullName == typeof(ArticleAnalyzer).FullName || ancestor.FullName == typeof(DiagnosticSuppressor).FullName)
            {
                throw new PluginException($"{type.Name} derives from {ancestor.Name} of another copy of the Sdk", "build it against the Sdk that this tool brings");
            }
        }
    }
}
