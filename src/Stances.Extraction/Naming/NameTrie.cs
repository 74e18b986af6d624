namespace Stances.Extraction.Naming;

/// <summary>Finds the longest known phrase at a place in a row of words; each phrase may stand for several things.</summary>
internal sealed class NameTrie<T>
{
    private readonly Node root = new();

    public void Add(IEnumerable<string> words, T value)
    {
        var node = root;
        foreach (var word in words)
        {
            node.Next ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(word, out var next))
                node.Next[word] = next = new Node();
            node = next;
        }

        if (node != root && !node.Values.Contains(value))
            node.Values.Add(value);
    }

    /// <summary>What the longest phrase that begins at <paramref name="at"/> stands for, and where it ends; null where none begins there.</summary>
    public (int End, IReadOnlyList<T> Values)? Longest(int at, int end, Func<int, string> word)
    {
        (int, IReadOnlyList<T>)? best = null;
        var node = root;
        for (var i = at; i < end; i++)
        {
            if (node.Next is null || !node.Next.TryGetValue(word(i), out var next))
                break;
            node = next;
            if (node.Values.Count > 0)
                best = (i + 1, node.Values);
        }

        return best;
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Next;
        public readonly List<T> Values = [];
    }
}
