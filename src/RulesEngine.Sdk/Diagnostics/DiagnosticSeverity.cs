namespace RulesEngine.Sdk;

/// <summary>How much a finding matters. In ascending order, so that levels compare.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The rule is off.</summary>
    None,

    /// <summary>Informs or proposes; no defect.</summary>
    Suggestion,

    /// <summary>An editor should look at it.</summary>
    Warning,

    /// <summary>Must not be published as it stands.</summary>
    Error,
}
