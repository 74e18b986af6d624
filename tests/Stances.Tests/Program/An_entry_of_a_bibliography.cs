using Stances.Pages;

namespace Stances.Tests.Program;

public sealed class An_entry_of_a_bibliography
{
    private static readonly Bibliography Said = new(
        "stances-s7", "Taro {Kono}", "Japan on 100 % of\nthe deal", "Example Wire", new DateOnly(2017, 8, 7), "https://stances.example/articles/a1?known=2026-01-02#e7", new DateOnly(2026, 1, 2),
        "implement \"the\" deal");

    [Fact]
    public void Is_BibTeX_that_no_text_breaks_out_of() => Assert.Equal(
        """
        @misc{stances-s7,
          author = {{Taro \{Kono\}}},
          title = {{Japan on 100 \% of the deal}},
          howpublished = {Example Wire},
          year = {2017},
          month = {8},
          day = {7},
          note = {implement "the" deal},
          url = {https://stances.example/articles/a1?known=2026-01-02#e7},
          urldate = {2026-01-02}
        }

        """.ReplaceLineEndings("\n"), Said.BibTeX());

    [Fact]
    public void Is_RIS_of_one_line_a_field() => Assert.Equal(
        "TY  - GEN\r\nID  - stances-s7\r\nAU  - Taro {Kono}\r\nTI  - Japan on 100 % of the deal\r\nT2  - Example Wire\r\nPY  - 2017\r\nDA  - 2017/08/07\r\n"
        + "N1  - implement \"the\" deal\r\nUR  - https://stances.example/articles/a1?known=2026-01-02#e7\r\nY2  - 2026/01/02\r\nER  - \r\n", Said.Ris());

    [Fact]
    public void Is_CSL_JSON_without_what_is_not_known() => Assert.Equal(
        """[{"id":"a1","type":"webpage","title":"Untitled","accessed":{"date-parts":[[2026,1,2]]},"URL":"https://stances.example/articles/a1"}]""",
        new Bibliography("a1", null, "Untitled", null, null, "https://stances.example/articles/a1", new DateOnly(2026, 1, 2), null).CslJson());

    [Fact]
    public void Is_CSL_JSON_of_author_source_days_and_quote() => Assert.Equal(
        """
        [{"id":"stances-s7","type":"webpage","title":"Japan on 100 % of the deal","author":[{"literal":"Taro {Kono}"}],"container-title":"Example Wire",
        "issued":{"date-parts":[[2017,8,7]]},"accessed":{"date-parts":[[2026,1,2]]},"URL":"https://stances.example/articles/a1?known=2026-01-02#e7",
        "note":"implement \u0022the\u0022 deal"}]
        """.ReplaceLineEndings(""), Said.CslJson());
}
