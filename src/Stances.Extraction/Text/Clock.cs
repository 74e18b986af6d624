namespace Stances.Extraction.Text;

/// <summary>Reads the time of day that opens an entry of a live page: "22.35", "7:05pm: ...", "6:55 p.m.", "18:30 WAT".</summary>
internal static class Clock
{
    /// <summary>The minutes since midnight; null where no clock opens the words, or more follows on it than an entry's heading.</summary>
    public static int? Opens(string text, int start, int end)
    {
        var i = start;
        if (Number(text, ref i, end) is not { } hour || i >= end || text[i] is not (':' or '.' or 'h') || i - start > 2)
            return null;
        var at = ++i;
        if (Number(text, ref i, end) is not { } minute || i - at != 2 || hour > 23 || minute > 59)
            return null;
        if (Half(text, ref i, end) is { } later)
            hour = hour % 12 + (later ? 12 : 0);
        while (i < end && (text[i] == ' ' || char.IsAsciiLetterUpper(text[i])))
            i++;
        return i == end || text[i] is ':' or '-' or '\u2013' or '\u2014' or '|' ? hour * 60 + minute : null;
    }

    private static int? Number(string text, ref int i, int end)
    {
        var (value, from) = (0, i);
        while (i < end && i - from < 2 && char.IsAsciiDigit(text[i]))
            value = value * 10 + text[i++] - '0';
        return i > from ? value : null;
    }

    /// <summary>"am", "pm", "a.m.", " p.m."</summary>
    private static bool? Half(string text, ref int i, int end)
    {
        var at = i < end && text[i] == ' ' ? i + 1 : i;
        if (at >= end || char.ToLowerInvariant(text[at]) is not ('a' or 'p'))
            return null;
        var later = char.ToLowerInvariant(text[at]) == 'p';
        at++;
        if (at < end && text[at] == '.')
            at++;
        if (at >= end || char.ToLowerInvariant(text[at]) != 'm')
            return null;
        at++;
        if (at < end && text[at] == '.')
            at++;
        i = at;
        return later;
    }
}
