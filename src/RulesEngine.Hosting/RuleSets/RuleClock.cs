using System.Globalization;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>
/// What each rule has cost on one article: the searches of its patterns, and its own look at what they found. Seconds are at stake, so
/// the system's coarse clock does, which costs less than any search; a run that is timed has its own.
/// </summary>
/// <param name="rules">Number of rules.</param>
/// <param name="budget">Time that each may take.</param>
/// <param name="timing">The clock of a run that is timed, else null.</param>
internal sealed class RuleClock(int rules, TimeSpan budget, RunTiming? timing)
{
    private readonly long[] _spent = new long[rules];
    private readonly long _budget = (long)(budget.TotalSeconds * (timing?.Frequency ?? 1000));
    private int _rule;
    private long _begin;

    /// <summary>A point in time.</summary>
    public long Now => timing?.Now ?? Environment.TickCount64;

    /// <summary>The budget in words.</summary>
    public string Budget => string.Create(CultureInfo.InvariantCulture, $"{budget.TotalSeconds} s");

    /// <summary>Charges a rule with the time since a point; false where that was more than its budget.</summary>
    public bool Charge(int rule, long since) => (_spent[rule] += Now - since) <= _budget;

    /// <summary>True where a rule has spent more than its budget.</summary>
    public bool IsOver(int rule) => _spent[rule] > _budget;

    /// <summary>A rule begins to look at what was found.</summary>
    public void Begin(int rule) => (_rule, _begin) = (rule, Now);

    /// <summary>The rule that began is done.</summary>
    public void End() => Charge(_rule, _begin);

    /// <summary>Called now and then by the rule that began.</summary>
    /// <exception cref="TimeoutException">It is over its budget.</exception>
    public void Check()
    {
        if (_spent[_rule] + Now - _begin > _budget)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>The time since a point is no work of the rule that began: facts are for all, whoever asks first.</summary>
    public void Exclude(long since) => _begin += Now - since;

    /// <summary>Writes down what the rules took; what is left of the time since a point went into what they share.</summary>
    public void WriteTo(RunTiming times, RuleProgram program, long since)
    {
        var all = 0L;
        for (var i = 0; i < _spent.Length; i++)
        {
            if (_spent[i] > 0)
            {
                all += _spent[i];
                times.AddRule(program.Rules[i].Header.Descriptor.Id, _spent[i]);
            }
        }

        times.AddPhase("words of all YAML rules", since + all);
    }
}
