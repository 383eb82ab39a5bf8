package io.headroom.host.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineNumberTest {

  private static final LineNumber WORKERS = LineNumber.variable("WEB_CONCURRENCY");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "WEB_CONCURRENCY=5,WEB_CONCURRENCY=9",
        "export WEB_CONCURRENCY=5,export WEB_CONCURRENCY=9",
        "  WEB_CONCURRENCY = \"5\"  # all,|  WEB_CONCURRENCY = \"9\"  # all|",
        "Environment=WEB_CONCURRENCY=5,Environment=WEB_CONCURRENCY=9",
        "Environment=\"WEB_CONCURRENCY=5\",Environment=\"WEB_CONCURRENCY=9\""
      })
  void replacesTheNumberAlone(String before, String after) {
    assertThat(WORKERS.read(before)).hasValue(5);
    assertThat(WORKERS.replaced(before, 9)).isEqualTo(after);
  }

  @Test
  void keepsEveryOtherLine() {
    String text = "# WEB_CONCURRENCY=1\r\nOTHER_WEB_CONCURRENCY=2\r\nWEB_CONCURRENCY=5\r\nX=$(id)";

    assertThat(WORKERS.replaced(text, 9))
        .isEqualTo(
            "# WEB_CONCURRENCY=1\r\nOTHER_WEB_CONCURRENCY=2\r\nWEB_CONCURRENCY=9\r\nX=$(id)");
  }

  @Test
  void addsALineWhereThereIsNone() {
    assertThat(WORKERS.replaced("", 9)).isEqualTo("WEB_CONCURRENCY=9\n");
    assertThat(WORKERS.replaced("A=1", 9)).isEqualTo("A=1\nWEB_CONCURRENCY=9\n");
    assertThat(LineNumber.setting("pm.max_children").replaced("[www]\npm = static\n", 9))
        .isEqualTo("[www]\npm = static\npm.max_children = 9\n");
  }

  @Test
  void readsAUnit() {
    LineNumber pool =
        new LineNumber("innodb_buffer_pool_size", "innodb_buffer_pool_size = %dM", "M");

    assertThat(pool.read("[mysqld]\ninnodb_buffer_pool_size = 512M\n")).hasValue(512);
    assertThat(pool.replaced("[mysqld]\n", 256))
        .isEqualTo("[mysqld]\ninnodb_buffer_pool_size = 256M\n");
    assertThatThrownBy(() -> pool.read("innodb_buffer_pool_size = 1G"))
        .isInstanceOf(EditException.class)
        .hasMessage("innodb_buffer_pool_size is not a whole numberM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEB_CONCURRENCY=5\nWEB_CONCURRENCY=6",
        "WEB_CONCURRENCY=five",
        "WEB_CONCURRENCY=",
        "WEB_CONCURRENCY=$(nproc)",
        "WEB_CONCURRENCY=-5"
      })
  void refusesWhatIsWrittenOtherwise(String text) {
    assertThatThrownBy(() -> WORKERS.replaced(text, 1)).isInstanceOf(EditException.class);
  }
}
