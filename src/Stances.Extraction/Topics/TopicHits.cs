using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Topics;

/// <summary>Words in the text that tell a topic; weak ones hint at it.</summary>
internal sealed record TopicHit(int First, int End, Topic Topic, bool Weak);

/// <summary>Where the words of an article tell topics, and how much each counts.</summary>
internal sealed class TopicHits
{
    private const int Breath = 7;

    /// <summary>Further than the words of any topic and a breath go.</summary>
    private const int Reach = 64;

    private readonly Scene scene;
    private readonly List<TopicHit> hits = [];

    public TopicHits(Scene scene, TopicIndex index)
    {
        this.scene = scene;
        Listed(index);
        for (var b = 0; b < scene.Document.Ranges.Count; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            for (var i = first; i < end; i++)
            {
                hits.AddRange(index.Apart(scene.Document, i, end).Select(x => new TopicHit(i, x.End, x.Topic, false)));
                if (TopicIndex.IsWoe(scene.Tokens[i].Lower))
                    Troubles(index, i, first, end);
            }

            Opened(index, b);
        }

        hits.RemoveAll(x => x.Topic.Since is { } since && scene.Day is { } day && day < since);
        hits.Sort((a, b) => a.First.CompareTo(b.First));
    }

    public IReadOnlyList<TopicHit> All => hits;

    /// <summary>The hits between two tokens, in order.</summary>
    public IEnumerable<TopicHit> Within(int first, int end)
    {
        for (var k = hits.CountBelow(x => x.First, first); k < hits.Count && hits[k].First < end; k++)
        {
            if (hits[k].End <= end)
                yield return hits[k];
        }
    }

    public double Weight(TopicHit hit)
    {
        var words = hit.Weak ? TopicWeights.Weak + TopicWeights.WeakWord * (hit.End - hit.First - 1) : 2 + 0.15 * (hit.End - hit.First);
        var general = hit.Topic switch
        {
            _ when TopicWeights.IsMeans(hit.Topic) => TopicWeights.Means,
            { Generic: true } => TopicWeights.General,
            { Countries.Count: 0 } => TopicWeights.OfNoCountry,
            _ => 1,
        };
        return words * general * (Adjunct(hit.First) ? TopicWeights.Adjunct : 1);
    }

    public bool InTitle(TopicHit hit) => scene.Document.Blocks[scene.Document.BlockOf(hit.First)].Kind == BlockKind.Title;

    private void Listed(TopicIndex index)
    {
        var (parts, tokens) = (new List<TopicIndex.Part>(), new List<int>());
        for (var i = 0; i < scene.Tokens.Count; i++)
        {
            if (scene.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive))
                continue;
            foreach (var part in TopicIndex.Parts(scene.Tokens[i]))
            {
                parts.Add(part);
                tokens.Add(i);
            }
        }

        for (var k = 0; k < parts.Count; k++)
        {
            if (index.Beside(parts, k) is { } told)
                Beside(tokens[k], tokens[told.End - 1] + 1, told.Values);
            if (index.At(parts, k) is not { } found)
                continue;
            // "no deal" is no Brexit where neither side of it is named.
            var (first, end) = (tokens[k], tokens[found.End - 1] + 1);
            // Whoever speaks for a country is not what he speaks of: "Maduro" among presidents tells no crisis.
            var person =
                scene.Mentions[first] is { Kind: MentionKind.Person, Country: not null }
                    or { Kind: MentionKind.Person, Person.Country: not null }
                    && scene.Mentions[first]!.End >= end;
            var name = Enumerable.Range(first, end - first).Any(i => scene.Tokens[i].Capital && (i == 0 || scene.Tokens[i - 1].Kind != TokenKind.Stop));
            foreach (var (topic,
                weak) in found.Values.Where(x =>
                    name && !x.Weak || x.Topic.Countries.Count == 0 || scene.Countries.Count < 3
                        || x.Topic.Countries.Any(scene.Countries.ContainsKey)))
                hits.Add(new TopicHit(first, end, topic, weak || person));
        }
    }

    /// <summary>"supplies gas to Moldova", "Moldova's gas": words that tell a topic only of a country named in the same breath.</summary>
    private void Beside(int first, int end, IReadOnlyList<(Topic Topic, string Country)> told)
    {
        foreach (var step in (int[])[-1, 1])
        {
            for (var (i, n) = (step < 0 ? first - 1 : end, 0); i >= 0 && i < scene.Tokens.Count && n < Breath; i += step, n++)
            {
                if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Have or Tag.Be or Tag.That or Tag.Rel
                    || scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon)
                    break;
                if (Country(i) is not { } country || scene.Roles[Math.Min(scene.Mentions[i]!.End, scene.Tokens.Count - 1)] is not null)
                    continue;
                foreach (var topic in told.Where(x => x.Country == country && !Told(x.Topic, first, end)).Select(x => x.Topic))
                    hits.Add(new TopicHit(Math.Min(first, i), Math.Max(end, i + 1), topic, false));
            }
        }
    }

    /// <summary>Whether words around these have told the topic; what is told far before them cannot reach them.</summary>
    private bool Told(Topic topic, int first, int end)
    {
        for (var k = hits.Count - 1; k >= 0 && hits[k].First > first - Reach; k--)
        {
            if (hits[k].Topic == topic && hits[k].First <= first && hits[k].End >= end)
                return true;
        }

        return false;
    }

    /// <summary>"On Sudan, they ...", "the resolution on Sudan", and a heading that is a country's name: what is told of its troubles follows.</summary>
    private void Opened(TopicIndex index, int block)
    {
        var (first, end) = scene.Document.Ranges[block];
        for (var i = first; i + 2 < end; i++)
        {
            if (scene.Tokens[i].Lower is not ("on" or "regarding" or "concerning") || i > first && scene.Tokens[i - 1].Kind != TokenKind.Stop)
                continue;
            var stop = scene.Mentions[i + 1]?.End ?? scene.Mentions[i + 2]?.End ?? i;
            if (stop < end && scene.Tokens[stop].Kind == TokenKind.Comma && Country(stop - 1) is { } country && index.Trouble(country) is { } topic)
                hits.Add(new TopicHit(i, stop, topic, false));
        }

        for (var i = first + 1; i + 1 < end; i++)
        {
            if (scene.Tokens[i].Lower is "on" or "over" && TopicIndex.IsPaper(scene.Tokens[i - 1].Lower) && Country(i + 1) is { } country
                && index.Trouble(country) is { } topic
                && scene.Tokens[Math.Min(scene.Mentions[i + 1]!.End, end - 1)].Kind != TokenKind.Possessive)
                hits.Add(new TopicHit(i - 1, scene.Mentions[i + 1]!.End, topic, false));
        }

        if (scene.Document.Blocks[block].Kind is BlockKind.Title or BlockKind.Meta && end > first
            && scene.Mentions[first] is { Country: { } named } mention && mention.End == end && index.Trouble(named) is { } own)
            hits.Add(new TopicHit(first, end, own, false));
    }

    /// <summary>"the gang violence in Haiti", "Libya's elections": the country that a word of trouble is told of.</summary>
    private void Troubles(TopicIndex index, int at, int first, int end)
    {
        for (var i = scene.PhraseStart(at, first); i < at; i++)
        {
            if (Country(i) is { } owner && index.Trouble(owner) is { } own)
            {
                hits.Add(new TopicHit(i, at + 1, own, false));
                return;
            }
        }

        var placed = false;
        for (var i = at + 1; i < Math.Min(end, at + 9); i++)
        {
            placed |= scene.Tags[i] == Tag.Prep;
            if (placed && Country(i) is { } place)
            {
                if (index.Trouble(place) is { } topic)
                    hits.Add(new TopicHit(at, i + 1, topic, false));
                return;
            }

            if (scene.Tags[i] is not (Tag.Prep or Tag.Det or Tag.Noun or Tag.Name or Tag.Number or Tag.Adv or Tag.Conj or Tag.Time))
                return;
        }
    }

    private string? Country(int token) => scene.Mentions[token] is { Country: { } country, Kind: not MentionKind.People } ? country : null;

    /// <summary>"during the Olympics", "ahead of the summit": told as a time, not as the matter.</summary>
    private bool Adjunct(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (scene.Tokens[i].Lower is "during" or "amid" or "sidelines" or "ahead" or "following" or "after" or "since" or "occasion")
                return true;
            if (scene.Tags[i] is Tag.Finite or Tag.Infinitive or Tag.That or Tag.Passive
                || !scene.Tokens[i].IsWord && scene.Tokens[i].Kind is not (TokenKind.Possessive or TokenKind.Hyphen))
                return false;
        }

        return false;
    }
}
