namespace Stances.Extraction.Text;

/// <summary>Looks places up in what stands in the order of the text, in time that hardly grows with its length.</summary>
internal static class Ordered
{
    /// <summary>How many items at the front of a list have a smaller key; the keys never fall.</summary>
    public static int CountBelow<T>(this List<T> items, Func<T, int> key, int bound)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (key(items[middle]) < bound)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
