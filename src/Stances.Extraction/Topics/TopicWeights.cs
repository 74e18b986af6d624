using Stances.Domain.Catalogue;

namespace Stances.Extraction.Topics;

/// <summary>How much each place where a topic is told counts, fitted to articles that careful readers had read.</summary>
internal static class TopicWeights
{
    // Of the words themselves, by what kind of topic they tell: a specific one counts 1; a ceasefire or mediation is how a matter is to be
    // settled rather than another matter.
    public const double Weak = 0.8, WeakWord = 0.2, General = 0.27, Means = 0.2, OfNoCountry = 0.36, Adjunct = 0.4;

    /// <summary>How much less the last words of what is said tell than the first.</summary>
    public const double Late = 0.8;

    // Of the places around a statement; its own words count 1.
    public const double Clause = 0.2, Sentence = 0.3, Before = 0.25, Fade = 0.6, Across = 0.4, After = 0.1, Question = 0.4, Asked = 1.5, Heading = 0.3,
        Trouble = 0.3, Untold = 0.5;

    // Of all around together, where the statement itself names a specific topic, a general one, or only how a matter is to be settled.
    public const double BesideNarrow = 0.3, BesideGeneral = 0.7, BesideMeans = 1.2;

    // Of a topic told around, by whose matter it is.
    public const double Pair = 1.3, OneOfPair = 1.1, OfOthers = 0.7, Passing = 0.6;

    // Of the article as a whole: its topics by their share of the sentences, headings and titles; its first quarter tells more, hints less,
    // and what it is mostly about more than its other topics.
    public const double Lead = 1.5, TitleShare = 2.25, GeneralShare = 0.5, FullShare = 8, Opening = 0.25, OpeningShare = 2, WeakShare = 0.4,
        MainShare = 1.3;

    /// <summary>Whether a topic is how a matter is to be settled rather than another matter.</summary>
    public static bool IsMeans(Topic topic) => topic is { Generic: true, Group: "peace" or "war" or "order" };

    /// <summary>How near to the best three must come so that none of them is told.</summary>
    public const double Alike = 0.8;

    /// <summary>What tells less than this tells nothing.</summary>
    public const double Least = 0.1;
}
