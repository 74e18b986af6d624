using System.Buffers;

namespace Stances.Extraction.Text;

/// <summary>Tells the words under a picture from running text.</summary>
internal static class Captions
{
    private static readonly string[] PhotoWords =
        ["file photo", "photo not for sale", "in this photo", "photo by", "photo:", "photo courtesy", "photo provided", "(photo", "[photo", "pool photo",
         "ap photo", "afp photo", "reuters/", "getty images", "pictured", "image credit", "screengrab", "photograph:", "(image",
             "pose for a picture", "poses for a picture", "pose for a group", "group photo at"];

    private static readonly string[] Openings = ["photo release", "photo caption", "photos:", "pictures:", "picture:", "image:", "caption:", "video:"];

    private static readonly SearchValues<char> Credit = SearchValues.Create("abcdefghijklmnopqrstuvwxyz/ .");

    private static readonly string[] PoseWords =
        ["poses for", "pose for", "shakes hands", "shake hands", "posing for", "arrives for", "arrive for", "looks on", "speaks during",
            "attends a", "attend a"];

    private static readonly string[] SideWords =
        ["(l)", "(r)", "(c)", "(left)", "(right)", "(center)", "(centre)", "(2nd", ", left,", ", right,", ", center,", " left)", " right)",
            "from left", "from right"];

    /// <summary>Whether a paragraph in lower case is one.</summary>
    public static bool Is(string lower)
    {
        if (PhotoWords.Any(x => lower.Contains(x, StringComparison.Ordinal)) && lower.Length < 500)
            return true;
        if (Openings.Any(x => lower.StartsWith(x, StringComparison.Ordinal)) || Credited(lower))
            return true;
        var sides = SideWords.Count(x => lower.Contains(x, StringComparison.Ordinal));
        return sides >= 2 || (sides == 1 && PoseWords.Any(x => lower.Contains(x, StringComparison.Ordinal)));
    }

    /// <summary>"(Xinhua/Li Xin)" at its end: whose picture it is.</summary>
    private static bool Credited(string lower)
    {
        var open = lower.LastIndexOf('(');
        return lower.EndsWith(')') && open > 0 && lower.Length - open is > 5 and < 40 && lower.IndexOf('/', open) > 0
            && lower.AsSpan(open + 1, lower.Length - open - 2).IndexOfAnyExcept(Credit) < 0;
    }
}
