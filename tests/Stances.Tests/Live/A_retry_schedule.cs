using Stances.Live.Webhooks;

namespace Stances.Tests.Live;

public sealed class A_retry_schedule
{
    [Fact]
    public void Grows_fourfold_up_to_twelve_hours() =>
        Assert.Equal(
            ["00:00:02", "00:00:08", "00:00:32", "00:02:08", "00:08:32", "00:34:08", "02:16:32", "09:06:08", "12:00:00", "12:00:00"],
            Enumerable.Range(1, 10).Select(x => RetrySchedule.Usual.After(x, 0.5, null).ToString()));

    [Fact]
    public void Spreads_by_a_quarter_either_way()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), RetrySchedule.Usual.After(2, 0, null));
        Assert.Equal(TimeSpan.FromSeconds(10), RetrySchedule.Usual.After(2, 1, null));
    }

    [Fact]
    public void Waits_longer_where_asked_but_no_longer_than_a_day()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), RetrySchedule.Usual.After(1, 0.5, TimeSpan.FromMinutes(5)));
        Assert.Equal(TimeSpan.FromSeconds(8), RetrySchedule.Usual.After(2, 0.5, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromDays(1), RetrySchedule.Usual.After(1, 0.5, TimeSpan.FromDays(365)));
    }

    [Fact]
    public void Lasts_at_least_three_days()
    {
        Assert.Equal(TimeSpan.FromDays(3), RetrySchedule.Usual.Patience);
        Assert.True(RetrySchedule.Usual.After(int.MaxValue, 1, null) <= TimeSpan.FromHours(15));
    }
}
