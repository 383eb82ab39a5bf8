package io.headroom.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgWriterTest {

  @Test
  void saysWhatThePictureShows() {
    String svg = SvgWriter.picture("m1-cpu", 200, "CPU", "It idles.").end();

    assertThat(svg)
        .isEqualTo(
            "<svg id=\"m1-cpu\" width=\"100%\" height=\"200\" role=\"img\""
                + " aria-labelledby=\"m1-cpu-t m1-cpu-d\"><title id=\"m1-cpu-t\">CPU</title>"
                + "<desc id=\"m1-cpu-d\">It idles.</desc></svg>");
  }

  @Test
  void escapesTextAndAttributes() {
    String svg =
        SvgWriter.picture("p", 10, "</title><script>alert(1)</script>", "a & b")
            .label("\"><script>", 0.5, 4, "<b>")
            .end();

    assertThat(svg).doesNotContain("<script").doesNotContain("<b>");
    assertThat(svg).contains("&lt;/title&gt;&lt;script&gt;", "a &amp; b", "&quot;&gt;&lt;script");
  }

  @Test
  void writesShortNumbers() {
    assertThat(SvgWriter.number(0)).isEqualTo("0");
    assertThat(SvgWriter.number(-0.001)).isEqualTo("0");
    assertThat(SvgWriter.number(12.3456)).isEqualTo("12.35");
    assertThat(SvgWriter.number(1200)).isEqualTo("1200");
  }
}
