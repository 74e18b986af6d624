namespace Stances.Extraction.Text;

/// <summary>What a stretch of lines is to the article.</summary>
internal enum BlockKind
{
    /// <summary>Running text: events are found here.</summary>
    Body,

    /// <summary>The headline, or a heading within.</summary>
    Title,

    /// <summary>Words under a picture: tell names, no events.</summary>
    Caption,

    /// <summary>Menus, dates, bylines, counters.</summary>
    Meta,
}

/// <summary>
/// A paragraph by offsets; <paramref name="Start"/> lies behind list marker and dateline. <paramref name="Label"/> names the voice in a
/// transcript.
/// </summary>
internal sealed record Block(int Start, int End, BlockKind Kind, Dateline? Dateline, string? Label, bool Bullet);

/// <summary>"SEOUL, Jan. 15 (Yonhap) --": where, and perhaps when and by whom, a report was filed.</summary>
internal sealed record Dateline(string Place, string Text, string? Agency);
