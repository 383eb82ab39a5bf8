package io.headroom.host.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

  private static final JsonNumber WORKERS = new JsonNumber("gunicorn_workers");

  /** As bench writes it: keys sorted, one space of indentation, no newline at the end. */
  private static final String BENCH =
      """
      {
       "background_workers": 1,
       "db_password": "p\\u00e4ss \\"$(id)\\"",
       "gunicorn_workers": 5,
       "limits": {"gunicorn_workers": 99, "x": [1, {"y": 2.50}]},
       "webserver_port": 8000
      }""";

  @Test
  void readsTheNumberOfTheOutermostObject() {
    assertThat(WORKERS.read(BENCH)).hasValue(5);
  }

  @Test
  void replacesNothingButTheNumber() {
    assertThat(WORKERS.replaced(BENCH, 17))
        .isEqualTo(BENCH.replace("\"gunicorn_workers\": 5,", "\"gunicorn_workers\": 17,"));
  }

  @Test
  void keepsTabsReturnsAndTheWayOthersWriteNumbers() {
    String text =
        "\ufeff{\"a\":1e3 ,\r\n\t\"gunicorn_workers\"\t:\t12\r\n, \"müde\":\"☃\"}\r\n\r\n";

    assertThat(WORKERS.replaced(text.substring(1), 3))
        .isEqualTo(text.substring(1).replace("\t12", "\t3"));
  }

  @Test
  void addsAKeyAfterTheLastOneWithItsIndentation() {
    assertThat(new JsonNumber("b").replaced("{\n  \"a\": {\"c\": 1}\n}\n", 2))
        .isEqualTo("{\n  \"a\": {\"c\": 1},\n  \"b\": 2\n}\n");
    assertThat(new JsonNumber("b").replaced("{\"a\": 123}", 2)).isEqualTo("{\"a\": 123,\"b\": 2}");
    assertThat(new JsonNumber("b").replaced("{}\n", 2)).isEqualTo("{\"b\": 2}\n");
  }

  @Test
  void findsNothingWithoutTheKey() {
    assertThat(WORKERS.read("{\"a\": {\"gunicorn_workers\": 1}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\": 1,}",
        "{\"gunicorn_workers\": \"5\"}",
        "{\"gunicorn_workers\": 5.5}",
        "{\"gunicorn_workers\": -5}",
        "{\"gunicorn_workers\": null}",
        "{\"gunicorn_workers\": 5, \"gunicorn_workers\": 6}",
        "{\"gunicorn_workers\": 5} {}"
      })
  void refusesWhatIsWrittenOtherwise(String text) {
    assertThatThrownBy(() -> WORKERS.replaced(text, 1)).isInstanceOf(EditException.class);
  }
}
