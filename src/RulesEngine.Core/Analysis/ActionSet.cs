using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>The actions that an analyzer registered, in the order in which it did.</summary>
internal sealed class ActionSet
{
    private readonly List<Action<ArticleStartAnalysisContext>> _start = [];
    private readonly List<Action<ArticleRun>> _main = [];
    private readonly List<Action<ArticleAnalysisContext>> _end = [];

    public void AddStart(Action<ArticleStartAnalysisContext> action) => _start.Add(action);

    public void AddArticle(Action<ArticleAnalysisContext> action) => _main.Add(run => action(run.Context));

    public void AddEnd(Action<ArticleAnalysisContext> action) => _end.Add(action);

    public void AddNode<TNode>(Action<NodeAnalysisContext<TNode>> action)
        where TNode : class
    {
        var nodes = Nodes.Of<TNode>();
        _main.Add(run =>
        {
            foreach (var node in nodes(run.Context.Facts))
            {
                run.Context.CancellationToken.ThrowIfCancellationRequested();
                action(run.CreateNodeContext(node));
            }
        });
    }

    public void Run(ArticleRun run)
    {
        var own = _start.Count == 0 ? this : WithStarted(run);
        foreach (var action in own._main)
        {
            run.Context.CancellationToken.ThrowIfCancellationRequested();
            action(run);
        }

        foreach (var action in own._end)
        {
            action(run.Context);
        }
    }

    private ActionSet WithStarted(ArticleRun run)
    {
        var own = new ActionSet();
        foreach (var action in _start)
        {
            action(run.CreateStartContext(own));
        }

        own._main.InsertRange(0, _main);
        return own;
    }
}
