namespace Dependency;

/// <summary>Says which version of the dependency was loaded.</summary>
public static class Edition
{
    public static string Name => "second";
}
