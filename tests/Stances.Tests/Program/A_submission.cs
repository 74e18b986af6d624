using System.Text;
using Stances.Domain;

namespace Stances.Tests.Program;

public class A_submission
{
    [Fact]
    public void Keeps_its_text_to_the_character() =>
        Assert.Equal("Kono “said”\r\nno.", Of("Kono “said”\r\nno."u8).Text);

    [Fact]
    public void Loses_only_a_byte_order_mark() => Assert.Equal("x", Of([0xEF, 0xBB, 0xBF, (byte)'x']).Text);

    [Fact]
    public void That_is_empty_is_refused() => Refused("text", "The text is empty.", " \n\t"u8.ToArray());

    [Fact]
    public void That_is_not_utf8_is_refused() => Refused("text", "The text is not UTF-8: byte 1 cannot be read.", [(byte)'a', 0xE9, (byte)'b']);

    [Fact]
    public void That_is_binary_is_refused() => Refused("text", "The text is binary: character 1 is the control code 0.", [(byte)'a', 0, (byte)'b']);

    [Fact]
    public void Longer_than_the_bound_is_refused() =>
        Refused("text", $"The text has 52428800 bytes; at most {Submission.MostBytes} are taken.", new byte[50 * 1024 * 1024]);

    [Fact]
    public void With_half_a_surrogate_pair_is_refused() =>
        Assert.Equal(
            "The text is not Unicode: character 1 is half of a pair.",
            Assert.Throws<InvalidInputException>(() => Submission.Of("a\uD800b", false, null, Source.Unknown, null)).Message);

    [Fact]
    public void That_looks_like_a_page_is_read_as_one() =>
        Assert.DoesNotContain("<", Of("<!doctype html><html><body><p>Tokyo protested.</p></body></html>"u8).Text);

    private static Submission Of(ReadOnlySpan<byte> bytes) => Submission.Of(bytes, html: false, null, Source.Unknown, null);

    private static void Refused(string field, string message, byte[] bytes)
    {
        var e = Assert.Throws<InvalidInputException>(() => Of(bytes));
        Assert.Equal((field, message), (e.Field, e.Message));
    }
}
