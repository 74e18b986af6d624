using Stances.Domain;
using Stances.Domain.Catalogue;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Llm;

/// <summary>
/// Reads by rule first and asks a language model second. What both find is surer, what only the model finds is stored when the text
/// bears it out, what the text does not bear out is told in <see cref="Reading.Rejected"/>.
/// </summary>
public sealed class ModelReader : IReader
{
    private const double Agreed = 0.05, Disputed = 0.1, Surest = 0.95, Least = 0.3;

    private readonly WorldCatalogue catalogue;
    private readonly RulesReader rules;
    private readonly ChatModel model;
    private readonly Prompt prompt;

    /// <summary>Puts a model behind a rules reader of the same catalogue.</summary>
    public ModelReader(WorldCatalogue catalogue, RulesReader rules, ModelEndpoint endpoint)
    {
        (this.catalogue, this.rules) = (catalogue, rules);
        model = new ChatModel(endpoint);
        prompt = new Prompt(catalogue);
        Version = new ReaderVersion("rules+model", $"{rules.Version.Version}/{Prompt.Version}/{endpoint.Model}", rules.Version.Catalogue);
    }

    /// <inheritdoc/>
    public ReaderVersion Version { get; }

    /// <inheritdoc/>
    /// <exception cref="ModelException">The model did not answer, or not with what was asked.</exception>
    public async Task<Reading> Read(ArticleText article, CancellationToken ct)
    {
        var (reading, scene) = rules.ReadScene(article);
        if (article.Text.Length > Prompt.Longest)
            return reading with { Rejected = [$"The article has more than {Prompt.Longest} characters; the model was not asked."] };

        var known = article with { PublishedOn = reading.PublishedOn, Source = reading.Source };
        var (shown, paragraphs) = Prompt.Show(known);
        var check = new ClaimCheck(catalogue, scene, known, paragraphs);
        var (events, rejected) = (reading.Events.ToList(), new List<string>());
        foreach (var claim in ModelClaim.In(await model.Ask(prompt.Instruction, shown, ct)))
        {
            try
            {
                Add(events, check.Checked(claim));
            }
            catch (RejectedClaimException e)
            {
                rejected.Add(e.Message);
            }
        }

        return reading with { Events = [.. events.OrderBy(x => x.Grounds!.Start).ThenBy(x => x.Grounds!.End)], Rejected = rejected };
    }

    private static void Add(List<ArticleEvent> events, ArticleEvent claimed)
    {
        var at = events.FindIndex(x => SameMatter(x, claimed));
        if (at < 0)
            events.Add(claimed);
        else if (!FromModel(events[at]))
            events[at] = (events[at], claimed) switch
            {
                (StanceStated own, StanceStated other) when own.Position != other.Position =>
                    own with { Confidence = Sure(own.Confidence - Disputed), Reasons = [.. own.Reasons, "model:disputes-position"] },
                (StanceStated own, _) => own with { Confidence = Sure(own.Confidence + Agreed), Reasons = [.. own.Reasons, "model:agrees"] },
                (AgreementReached own, _) => own with { Confidence = Sure(own.Confidence + Agreed), Reasons = [.. own.Reasons, "model:agrees"] },
                (MeetingHeld own, _) => own with { Confidence = Sure(own.Confidence + Agreed), Reasons = [.. own.Reasons, "model:agrees"] },
                (var own, _) => own,
            };
    }

    private static bool FromModel(ArticleEvent e) => e switch
    {
        StanceStated x => x.Reasons is ["reader:model"],
        AgreementReached x => x.Reasons is ["reader:model"],
        MeetingHeld x => x.Reasons is ["reader:model"],
        _ => false,
    };

    private static double Sure(double confidence) => Math.Round(Math.Clamp(confidence, Least, Surest), 2);

    /// <summary>Whether two findings tell of one thing: the same kind, the same countries, half of the shorter one's words in common.</summary>
    private static bool SameMatter(ArticleEvent one, ArticleEvent other) => (one, other) switch
    {
        (StanceStated x, StanceStated y) => x.Country == y.Country && Overlap(x.Evidence, y.Evidence),
        (AgreementReached x, AgreementReached y) =>
            x.Parties.Order(StringComparer.Ordinal).SequenceEqual(y.Parties.Order(StringComparer.Ordinal))
                && Overlap(x.Evidence, y.Evidence),
        (MeetingHeld x, MeetingHeld y) => Countries(x).SetEquals(Countries(y)) && x.On == y.On,
        _ => false,
    };

    private static HashSet<string?> Countries(MeetingHeld meeting) => [.. meeting.Participants.Select(x => x.Country)];

    private static bool Overlap(Evidence one, Evidence other)
    {
        var shared = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return shared * 2 >= Math.Min(one.End - one.Start, other.End - other.Start);
    }
}
