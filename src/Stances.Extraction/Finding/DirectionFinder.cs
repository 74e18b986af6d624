using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells what a position means for its topic's proposition, from the topic's own words of for and against.</summary>
internal sealed class DirectionFinder
{
    private readonly Dictionary<string, Dictionary<string, List<(Pattern Pattern, bool For)>>> cues = new(StringComparer.Ordinal);

    public DirectionFinder(IReadOnlyList<Topic> topics)
    {
        foreach (var topic in topics)
        {
            var own = new Dictionary<string, List<(Pattern, bool)>>(StringComparer.Ordinal);
            foreach (var (phrase, side) in topic.For.Select(x => (x, true)).Concat(topic.Against.Select(x => (x, false))))
            {
                var pattern = Pattern.Parse(phrase);
                foreach (var form in pattern.First.SelectMany(Inflector.AllForms).Distinct())
                {
                    if (!own.TryGetValue(form, out var list))
                        own[form] = list = [];
                    list.Add((pattern, side));
                }
            }

            cues[topic.Id] = own;
        }
    }

    /// <summary>The direction of what stands between two tokens, taken with this position.</summary>
    public Direction Read(Document document, Topic topic, PositionReading position, int first, int end)
    {
        var turns = position.Position is Position.Opposes or Position.Rejects or Position.Concerned;
        var (pro, contra) = (0, 0);
        for (var i = first; i < end; i++)
        {
            // A resolution of a council is a paper, and settles nothing by itself.
            var paper = document.Tokens[i].Lower is "resolution" or "resolutions" && i > 0 && document.Tokens[i - 1].Lower is "council" or "assembly";
            if (paper || !cues[topic.Id].TryGetValue(document.Tokens[i].Lower, out var list))
                continue;
            foreach (var (pattern, side) in list.OrderByDescending(x => x.Pattern.Weight))
            {
                if (pattern.Match(document.Tokens, document.Tags, i, end, out var within) is not { } stop)
                    continue;
                // The word that tells the position tells the attitude too; any other cue names what it is about.
                var attitude = i < position.CueEnd && stop > position.CueFirst;
                var negated = within || Negated(document, i, first);
                var flips = (turns && !attitude) ^ (negated && !attitude);
                if (side ^ flips)
                    pro++;
                else
                    contra++;
                i = stop - 1;
                break;
            }
        }

        if (pro != contra)
            return pro > contra ? Direction.For : Direction.Against;
        return topic.Means.GetValueOrDefault(position.Position, Direction.Unclear);
    }

    private static bool Negated(Document document, int at, int first)
    {
        for (var i = at - 1; i >= Math.Max(first, at - 4); i--)
        {
            if (English.Negatives.Contains(document.Tokens[i].Lower))
                return true;
            if (document.Tokens[i].Lower is "refrain" or "stop" or "against" or "prevent" or "avoid" or "halt")
                return true;
            if (!document.Tokens[i].IsWord)
                return false;
        }

        return false;
    }
}
