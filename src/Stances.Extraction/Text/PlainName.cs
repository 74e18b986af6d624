using System.Globalization;
using System.Text;

namespace Stances.Extraction.Text;

/// <summary>A word as names are compared.</summary>
internal static class PlainName
{
    /// <summary>The word as names are compared: plain letters without accents, straight apostrophes and hyphens, no points of abbreviation.</summary>
    public static string Of(string raw)
    {
        var plain = true;
        foreach (var c in raw)
        {
            if (c > 127 || c == '.')
            {
                plain = false;
                break;
            }
        }

        if (plain)
            return raw;
        var letters = new StringBuilder(raw.Length);
        foreach (var c in Normal(raw))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || (c == '.' && !char.IsDigit(raw[0])))
                continue;
            letters.Append(c switch
            {
                '\u2019' or '\u02bc' => '\'',
                '\u2010' or '\u2011' => '-',
                '\u0131' => 'i',
                '\u0142' => 'l',
                '\u0141' => 'L',
                '\u00f8' => 'o',
                '\u00d8' => 'O',
                '\u0111' => 'd',
                '\u0110' => 'D',
                '\u0259' => 'a',
                _ => c,
            });
        }

        return letters.ToString();
    }

    private static string Normal(string raw)
    {
        try
        {
            return raw.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no normal form; it is compared as it is.
            return raw;
        }
    }
}
