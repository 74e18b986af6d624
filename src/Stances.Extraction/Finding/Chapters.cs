using Stances.Extraction.Text;

namespace Stances.Extraction.Finding;

/// <summary>
/// Tells which paragraphs a heading dates: "Sat 11 Apr 2015", "2 The Cook Islands (Monday, March 20)", the clock over an entry of a live
/// page.
/// </summary>
internal sealed class Chapters
{
    /// <summary>Two clocks that lie further apart the wrong way have midnight between them.</summary>
    private const int Midnight = 6 * 60;

    /// <summary>How many words at least a paragraph has that is no line of a letterhead.</summary>
    private const int Line = 8;

    private readonly Document document;
    private readonly int[] chapters;
    private readonly DateOnly?[] dates;

    public Chapters(Document document, DayFinder days)
    {
        this.document = document;
        chapters = new int[document.Blocks.Count];
        dates = new DateOnly?[document.Blocks.Count];
        var clocks = new List<(int Block, int Minutes)>();
        var body = false;
        var (chapter, day) = (0, (DateOnly?)null);
        for (var b = 0; b < document.Blocks.Count; b++)
        {
            var block = document.Blocks[b];
            if (Clock.Opens(document.Text, LineOf(block), block.End) is { } minutes)
            {
                clocks.Add((b, minutes));
                chapter++;
            }
            else if (block.Kind is BlockKind.Title or BlockKind.Meta && body && Dated(b, days) is { } dated)
                (chapter, day) = (chapter + 1, dated);
            // The date in a letterhead is the paper's, and heads no part of it.
            body |= block.Kind == BlockKind.Body && document.Ranges[b] is var words && words.End - words.First >= Line;
            (chapters[b], dates[b]) = (chapter, day);
        }

        Live = clocks.Count > 2;
        if (Live && days.Published is { } published)
            Number(clocks, published);
    }

    /// <summary>Whether the article is a page of entries, each with its clock.</summary>
    public bool Live { get; }

    /// <summary>The chapter a paragraph stands in; what one tells of is not carried into the next.</summary>
    public int Of(int block) => chapters[block];

    /// <summary>The day that heads a paragraph; null where no heading tells one.</summary>
    public DateOnly? DayOf(int block) => dates[block];

    /// <summary>The day on which the words at a token were written, where a live page tells it.</summary>
    public DateOnly? Written(int token)
    {
        var block = document.BlockOf(token);
        return Live && block < dates.Length ? dates[block] : null;
    }

    /// <summary>Where a block's line begins: what looks like the number of a point may be a clock.</summary>
    private int LineOf(Block block)
    {
        var at = block.Start;
        while (at > 0 && document.Text[at - 1] is not ('\n' or '\r'))
            at--;
        return at;
    }

    /// <summary>Counts the days of the entries from the one written last, which is of the day the page is of.</summary>
    private void Number(List<(int Block, int Minutes)> clocks, DateOnly published)
    {
        var rising = 0;
        for (var i = 1; i < clocks.Count; i++)
            rising += Math.Abs(clocks[i].Minutes - clocks[i - 1].Minutes) < 2 * Midnight ? Math.Sign(clocks[i].Minutes - clocks[i - 1].Minutes) : 0;
        var back = new int[clocks.Count];
        for (var i = 1; i < clocks.Count; i++)
        {
            var step = clocks[i].Minutes - clocks[i - 1].Minutes;
            back[i] = back[i - 1] + (rising < 0 && step > Midnight ? -1 : rising > 0 && step < -Midnight ? 1 : 0);
        }

        var last = rising > 0 ? back[^1] : 0;
        for (var (b, entry) = (clocks[0].Block, 0); b < dates.Length; b++)
        {
            if (entry + 1 < clocks.Count && clocks[entry + 1].Block == b)
                entry++;
            dates[b] ??= published.AddDays(back[entry] - last);
        }
    }

    /// <summary>The day a heading ends with or consists of.</summary>
    private DateOnly? Dated(int block, DayFinder days)
    {
        var (first, end) = document.Ranges[block];
        if (end - first is 0 or > 14)
            return null;
        var told = days.In(first, end);
        if (told.Count == 0 || told[^1] is not { Day: { } day, Future: false } last || days.Published is { } on && on.DayNumber - day.DayNumber > 60)
            return null;
        return told[0].First == first
            || last.First > first && document.Tokens[told[0].First - 1].Name is "(" or "," or ":" or "-" or "\u2013" or "\u2014"
            ? day
            : null;
    }
}
