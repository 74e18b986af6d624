using System.Collections.Concurrent;

namespace Stances.Http;

/// <summary>Replies out of the present state of the record, by what was asked. A new state, or too many bytes, begins anew.</summary>
internal sealed class KeptReplies
{
    private const long MostBytes = 64L << 20;

    private volatile Of now = new(new RecordBasis(0, ""));

    public Reply? Get(RecordBasis basis, string asked) => now is var of && of.Basis == basis ? of.Replies.GetValueOrDefault(asked) : null;

    public void Keep(RecordBasis basis, string asked, Reply reply)
    {
        var of = now;
        if (of.Basis != basis || of.Bytes > MostBytes)
            now = of = new Of(basis);
        if (of.Replies.TryAdd(asked, reply))
            Interlocked.Add(ref of.Bytes, reply.Bytes.Length + 2 * asked.Length);
    }

    private sealed class Of(RecordBasis basis)
    {
        public long Bytes;

        public RecordBasis Basis { get; } = basis;

        public ConcurrentDictionary<string, Reply> Replies { get; } = [];
    }
}
