using System.Net;
using Stances.Live.Webhooks;

namespace Stances.Tests.Live;

public sealed class An_address_guard
{
    private static readonly AddressGuard Guard = AddressGuard.Allowing(null);

    [Theory]
    [InlineData("0.0.0.0"), InlineData("10.1.2.3"), InlineData("100.64.0.1"), InlineData("127.0.0.1"), InlineData("127.255.255.254"), InlineData("169.254.169.254")]
    [InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("198.18.0.1"), InlineData("224.0.0.1"), InlineData("255.255.255.255")]
    [InlineData("::"), InlineData("::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:169.254.169.254"), InlineData("::127.0.0.1"), InlineData("fe80::1"), InlineData("fec0::1")]
    [InlineData("fc00::1"), InlineData("fd00:ec2::254"), InlineData("ff02::1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::"), InlineData("2001:0:7f00:1::"), InlineData("2001:db8::1")]
    public void Lets_nothing_into_private_or_reserved_networks(string address) => Assert.False(Guard.Lets(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("172.32.0.1"), InlineData("192.169.0.1"), InlineData("::ffff:8.8.8.8"), InlineData("2606:4700::1111"), InlineData("2a00:1450:4001::1")]
    public void Lets_everything_through_to_the_public_ones(string address) => Assert.True(Guard.Lets(IPAddress.Parse(address)));

    [Fact]
    public void Lets_through_what_the_operator_allows_and_no_more()
    {
        var guard = AddressGuard.Allowing("10.1.0.0/16, 127.0.0.1, fd00::/64");

        Assert.Equal(
            [true, false, true, true, false, true, false],
            new[] { "10.1.2.3", "10.2.0.1", "127.0.0.1", "::ffff:127.0.0.1", "127.0.0.2", "fd00::7", "fd01::7" }.Select(x => guard.Lets(IPAddress.Parse(x))));
        Assert.Throws<InvalidInputException>(() => AddressGuard.Allowing("everything"));
    }

    [Fact]
    public async Task Connects_to_no_name_that_leads_only_there() =>
        await Assert.ThrowsAsync<ForbiddenAddressException>(async () => await Guard.Connect(new DnsEndPoint("localhost", 80), TestContext.Current.CancellationToken));
}
