namespace Stances.Live;

/// <summary>Where notices come from: the events of the log, or the changes of answers that follow from them.</summary>
/// <param name="Name">How interfaces call it: <c>events</c> or <c>changes</c>.</param>
/// <param name="End">The sequence up to which everything can be read now.</param>
/// <param name="Reached">Waits until everything up to a sequence can be read, and says how far it can.</param>
/// <param name="Read">What a selection may want in (after, upTo], in order, and how far that is complete: the rest is for another time.</param>
internal sealed record NoticeSource(
    string Name, Func<CancellationToken, Task<long>> End, Func<long, CancellationToken, Task<long>> Reached,
    Func<long, long, Selection, int, CancellationToken, Task<Stretch>> Read);
