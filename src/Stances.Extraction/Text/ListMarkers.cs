namespace Stances.Extraction.Text;

/// <summary>Finds the marks that open the points of a list.</summary>
internal static class ListMarkers
{
    /// <summary>Behind "3.", "6-", "(a)", "IV.", "-", a bullet or a ring, where the line begins with one.</summary>
    public static int Skip(string text, int start, int end)
    {
        var i = start;
        var digits = 0;
        if (i < end && text[i] is '-' or '*' or '\u2022' or '\u00b0' or '\u25cb' or '\u25cf' or '\u25aa' or '\u25a0' or '\u2013' or '\u00b7' or '\u30fb' or '\u25e6' or '\u2605' or '\u25b6' or '\u25a1' or '\uf0b7')
        {
            i++;
            if (i < end && text[i] == text[i - 1])
                return start;
        }
        else
        {
            var paren = i < end && text[i] == '(';
            if (paren)
                i++;
            while (i < end && char.IsAsciiDigit(text[i]) && digits < 3)
                (i, digits) = (i + 1, digits + 1);
            if (digits == 0 && paren && i + 1 < end && char.IsAsciiLetterLower(text[i]) && text[i + 1] == ')')
                (i, digits) = (i + 1, 1);
            if (digits == 0 && !paren)
                (i, digits) = Roman(text, i, end);
            if (digits == 0 || i >= end || text[i] is not ('.' or ')' or '-'))
                return start;
            i++;
        }

        var blank = i;
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        return i > blank && i < end ? i : start;
    }

    /// <summary>"III.", but not "V.", which opens a name as well.</summary>
    private static (int End, int Length) Roman(string text, int at, int end)
    {
        var i = at;
        while (i < end && text[i] is 'I' or 'V' or 'X')
            i++;
        return i - at > 1 && i < end && text[i] is '.' or ')' ? (i, i - at) : (at, 0);
    }
}
