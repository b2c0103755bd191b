using Snapshooter.Xunit;

namespace RulesEngine.Tests;

/// <summary>The one door to the snapshot library. Snapshots are text files under __snapshots__ beside the test that compares them.</summary>
internal static class Snapshot
{
    /// <summary>Compares with the snapshot of that name; under CI a missing one fails.</summary>
    public static void Match(string text, string name) => Snapshooter.Xunit.Snapshot.Match(text, name);
}
