using System.Collections.Frozen;
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

    private static readonly FrozenSet<string> Harms = English.Set(
            "attempt attempts unilateral unilaterally coercion aggression attack attacks violation violations violate violates violating "
            + "breach breaches interference provocation provocations threat threats threaten threatens escalation refusal refuse refuses "
            + "refused blockade undermine undermines undermined undermining obstruct obstructs obstruction force occupation annexation "
            + "abuse abuses repression crackdown violence exclusion intransigence delay delays hamper hampers hampering jeopardize "
            + "jeopardise jeopardizes endanger endangers destroy suspension suspend withdrawal withdraw militarization disrupt disrupts "
            + "instrumentalisation instrumentalization weaponisation weaponization intervention meddling displacement expulsion expulsions "
            + "intrusion invasion putsch coup looting massacre massacres killing killings persecution destabilization destabilisation "
            + "bombardment demolition demolitions eviction evictions");

    /// <summary>The direction of what stands between two tokens, said by a country that takes this position; whether those words named the topic.</summary>
    public Direction Read(Document document, Topic topic, PositionReading position, string country, bool named, int first, int end)
    {
        var (pro, contra, turned) = Cues(document, topic, position, first, end);
        var words = pro > contra ? Direction.For : pro < contra ? Direction.Against : (Direction?)null;
        var side = topic.Sides.TryGetValue(country, out var known) ? known : (Direction?)null;
        switch (position.Position)
        {
            // To deny a report is to take no side in the matter.
            case Position.Rejects when side is null && (Denies(document, position) || Charge(document, position, end)):
                return Direction.Unclear;
            case Position.Neutral:
                return words ?? topic.Means.GetValueOrDefault(Position.Neutral, Direction.Unclear);
            case Position.Opposes or Position.Rejects or Position.Concerned when side is { } own:
                return own;
            // What is called unacceptable without naming the matter is what somebody did to it.
            case Position.Opposes when words is null && !named
                && topic.Means.GetValueOrDefault(Position.Concerned, Direction.Unclear) is var meant and not Direction.Unclear:
                return meant;
            // To oppose what harms the matter is to be for it.
            case Position.Opposes or Position.Rejects or Position.Concerned when (words is null || turned)
                && Harm(document, Math.Max(first, position.CueEnd), end):
                return Direction.For;
            // To be asked to tell or show is to be asked for nothing yet.
            case Position.Demands when words is null && Telling(document, Math.Max(first, position.CueEnd), end):
                return Direction.Unclear;
            case Position.Concerned when turned && topic.Means.TryGetValue(Position.Concerned, out var means) && means != Direction.Unclear:
                return means;
            // "Withdraw the measure" is told to whoever took it; the side that asks is the surer sign.
            case Position.Demands when side is { } asked:
                return asked;
            default:
                return words ?? side ?? topic.Means.GetValueOrDefault(position.Position, Direction.Unclear);
        }
    }

    /// <summary>"objects to unilateral sanctions": words that find fault with the matter itself, and name nothing that is opposed.</summary>
    private static readonly FrozenSet<string> Judging = English.Set(
            "unilateral illegal unlawful unjust unjustified unfair counterproductive illegitimate arbitrary");

    private static readonly FrozenSet<string> Tellings = English.Set(
            "disclose disclosure share explain explanation clarify clarification inform publish publicise publicize notify notification "
            + "report answer transparency transparent transparently data information details");

    private static bool Denies(Document document, PositionReading position)
    {
        for (var i = position.CueFirst; i < position.CueEnd; i++)
        {
            if (document.Tokens[i].Lower is "deny" or "denies" or "denied" or "denying" or "denial" or "refute" or "refutes" or "refuted")
                return true;
        }

        return false;
    }

    /// <summary>"rejected the charge that ...", "dismissed these remarks": what somebody said is turned down, and no side taken.</summary>
    private static bool Charge(Document document, PositionReading position, int end)
    {
        for (var i = position.CueEnd; i < Math.Min(end, position.CueEnd + 4); i++)
        {
            if (Charges.Contains(document.Tokens[i].Lower))
                return true;
            if (document.Tags[i] is not (Tag.Det or Tag.Poss or Tag.Passive or Tag.Adv or Tag.Noun or Tag.Name))
                return false;
        }

        return false;
    }

    private static readonly FrozenSet<string> Charges = English.Set(
            "charge charges accusation accusations allegation allegations claim claims remark remarks comment comments criticism account report "
            + "reports rumours rumors speculation notion insinuation insinuations suggestion assertion assertions");

    /// <summary>Whether what is asked for is an account: "to disclose its monitoring data", "to explain the decision".</summary>
    private static bool Telling(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.Tags[i] is Tag.Infinitive or Tag.Ing or Tag.Finite)
                return Tellings.Contains(document.Tokens[i].Lower) || document.Tokens[i].Lower is "provide" or "give" && Names(document, i + 1, end);
        }

        return Names(document, first, end);
    }

    private static bool Names(Document document, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 6); i++)
        {
            if (Tellings.Contains(document.Tokens[i].Lower))
                return true;
        }

        return false;
    }

    private static bool Harm(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Harms.Contains(document.Tokens[i].Lower))
                return true;
        }

        return false;
    }

    private (int For, int Against, bool Turned) Cues(Document document, Topic topic, PositionReading position, int first, int end)
    {
        var any = false;
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
                // The word that tells the position, or judges, tells the attitude too; any other cue names what it is about.
                var attitude = i < position.CueEnd && stop > position.CueFirst || stop == i + 1 && Judging.Contains(document.Tokens[i].Lower);
                // "cannot settle the issue": the word that opposes has said no already.
                var negated = within || Negated(document, i, turns && position.CueEnd <= i ? Math.Max(first, position.CueEnd) : first);
                any |= turns && !attitude;
                var flips = (turns && !attitude) ^ (negated && !attitude);
                if (side ^ flips)
                    pro++;
                else
                    contra++;
                i = stop - 1;
                break;
            }
        }

        return (pro, contra, any);
    }

    private static bool Negated(Document document, int at, int first)
    {
        for (var i = at - 1; i >= Math.Max(first, at - 4); i--)
        {
            if (English.Negatives.Contains(document.Tokens[i].Lower))
                return true;
            if (document.Tokens[i].Lower is "refrain" or "abstain" or "desist" or "stop" or "prevent" or "avoid" or "halt"
                || document.Tokens[i].Lower == "against" && at - i <= 2 && document.Tags[i + 1] is not Tag.Name)
                return true;
            if (!document.Tokens[i].IsWord)
                return false;
        }

        return false;
    }
}
