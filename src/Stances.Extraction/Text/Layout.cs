namespace Stances.Extraction.Text;

/// <summary>Finds the paragraphs of an article and what each is, by offsets; nothing is rewritten.</summary>
internal static class Layout
{
    public static List<Block> Read(string text, IReadOnlyList<string> boilerplate)
    {
        var paragraphs = Paragraphs.Of(text);
        var blocks = new List<Block>(paragraphs.Count);
        var bodySeen = false;
        var titleSeen = false;
        foreach (var (from, to) in paragraphs)
        {
            var (start, end) = Paragraphs.Trim(text, from, to);
            if (start >= end)
                continue;
            var bullet = false;
            var afterMarker = ListMarkers.Skip(text, start, end);
            if (afterMarker > start)
                (start, bullet) = (afterMarker, true);
            var kind = BlockKinds.Of(text, start, end, bullet, bodySeen, titleSeen, boilerplate);
            Dateline? dateline = null;
            string? label = null;
            if (kind == BlockKind.Body)
            {
                (dateline, start) = Datelines.Cut(text, start, end);
                (label, start) = Labels.Cut(text, start, end);
                if (start >= end)
                    continue;
                bodySeen = true;
            }

            titleSeen |= kind == BlockKind.Title;
            blocks.Add(new Block(start, end, kind, dateline, label, bullet));
        }

        return blocks;
    }
}
