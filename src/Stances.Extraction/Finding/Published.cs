using Stances.Extraction.Text;

namespace Stances.Extraction.Finding;

/// <summary>The day an article was published, from its own lines: "Published : Aug 8, 2017", a date alone on a line, a dateline with a year.</summary>
internal static class Published
{
    public static DateOnly? In(Document document)
    {
        DateOnly? loose = null;
        foreach (var block in document.Blocks.Take(40))
        {
            var text = document.Text[block.Start..Math.Min(block.End, block.Start + 120)];
            if (block.Kind is BlockKind.Meta or BlockKind.Title && block.End - block.Start < 100 && DayFinder.Written(text) is { } day)
            {
                if (text.Contains("publish", StringComparison.OrdinalIgnoreCase) || text.Contains("posted", StringComparison.OrdinalIgnoreCase))
                    return day;
                if (block.Kind == BlockKind.Meta || text.Split(' ').Length < 9)
                    loose ??= day;
            }

            if (block.Dateline is { } dateline && DayFinder.Written(dateline.Text) is { } filed)
                loose ??= filed;
        }

        return loose;
    }
}
