using Stances.Extraction.Grammar;
using Stances.Extraction.Meetings;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads what only the lines over an article tell: whom it is about, who issued it, who met.</summary>
internal sealed class Headlines(Scene scene, VerbLexicon verbs, Focus focus, PartyReader parties, SubjectFinder subjects, MeetingFinder meetings)
{
    /// <summary>Who the headline speaks of is whom "the ministry" and "the text" below point back to.</summary>
    public void Note()
    {
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            if (scene.Document.Blocks[b].Kind == BlockKind.Title && end - first <= 40)
                subjects.Find(PredicateFinder.Read(scene.Document, verbs, first, end, -1), first, end);
        }
    }

    /// <summary>A meeting that only the headline tells: "S. Korea-Japan foreign ministers hold talks".</summary>
    public void Meet(Findings findings)
    {
        focus.Voice = null;
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            if (scene.Document.Blocks[b].Kind != BlockKind.Title || end - first > 40)
                continue;
            var sentence = new Sentence(first, end, b);
            var predicates = PredicateFinder.Read(scene.Document, verbs, first, end, -1);
            subjects.Find(predicates, first, end);
            foreach (var told in meetings.Read(sentence, predicates).Where(x => x is { Certain: true, Background: false } && !findings.MetAmong(x.Key)))
                findings.Meet(told with { Penalty = told.Penalty + 0.1 });
        }
    }

    /// <summary>"Joint Statement by the United States and Saudi Arabia": they are "both countries" from the first line on.</summary>
    public void Issuers()
    {
        for (var b = 0; b < Math.Min(4, scene.Document.Blocks.Count); b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            if (end == first || scene.Tokens[end - 1].Kind == TokenKind.Stop)
                continue;
            var joint = -1;
            for (var i = first; i < end; i++)
            {
                if (scene.Tokens[i].Lower is "joint" or "trilateral" or "tripartite")
                    joint = i;
                else if (scene.Tokens[i].Lower is "on" or "regarding" or "concerning" && joint >= 0)
                    end = i;
            }

            if (joint >= 0 && parties.Between(joint, end) is var issuers && issuers.Select(x => x.Country).Distinct().Count() > 1)
                focus.Together(issuers);
        }
    }
}
