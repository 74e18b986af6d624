using Stances.Domain;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads within quotes what a ministry or paper tells there of others: "They agreed to go on," the statement said.</summary>
internal sealed class QuotedReports(Scene scene, VerbLexicon verbs, SubjectFinder subjects, StatementFinder statements)
{
    /// <summary>The statement itself, or those of others that its quote tells of.</summary>
    public List<Statement> Of(Statement s)
    {
        if (s.Attribution is not Attribution.Quote || s.Note != "postposed" || !StatementFinder.IsReadout(s.Party.Head)
            || scene.Document.QuoteOf[s.ContentFirst] < 0)
            return [s];
        // "They ask for talks": whoever they are, somebody quoted does not tell it in their name, as a ministry does.
        // In a ministry's own words "the minister" is its own.
        var home = scene.Home;
        scene.Home = s.Party.Head.Country;
        var inner =
            Within(s.Sentence, scene.Document.QuoteOf[s.ContentFirst])
                .Where(x => x.Party is not { IsGroup: true, Ground: "pronoun" }
                    || s.Party.Head.Kind is not (ActorKind.Person or ActorKind.Office))
                .ToList();
        scene.Home = home;
        return inner.Count > 0 ? inner : [s];
    }

    /// <summary>What people and groups are told to have said within a quote.</summary>
    public List<Statement> Within(int index, int quote)
    {
        var span = scene.Document.Quotes[quote];
        var found = new List<Statement>();
        foreach (var inner in SentenceCutter.Within(scene.Tokens, span))
        {
            var predicates = PredicateFinder.Read(scene.Document, verbs, inner.First, inner.End, quote);
            subjects.Find(predicates, inner.First, inner.End);
            found.AddRange(statements.Read(index, inner, predicates).Where(x => x.Party.Head.Kind is ActorKind.Person or ActorKind.Office || x.Party.IsGroup));
        }

        return found;
    }
}
