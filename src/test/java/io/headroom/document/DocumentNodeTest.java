package io.headroom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentNodeTest {

  private static final MappingNode ROOT =
      GuardedYaml.parse("a.yaml", "size: 12\nlist: [1]\nmap: {x: true}\ntext: abc").asMapping();

  @Test
  void readsAValueWithAParserOfItsOwn() {
    assertThat(ROOT.read("size", "a whole number", Integer::valueOf)).contains(12);
    assertThat(ROOT.read("none", "a whole number", Integer::valueOf)).isEmpty();
  }

  @Test
  void saysWhereAndWhatIfTheParserRefuses() {
    assertThatThrownBy(() -> ROOT.read("text", "a whole number", Integer::valueOf))
        .isInstanceOf(DocumentException.class)
        .hasMessage("a.yaml:4:7: Invalid text: \"abc\"; expected a whole number");
  }

  @Test
  void saysWhatAValueIsNot() {
    assertThatThrownBy(() -> ROOT.get("size").asMapping())
        .hasMessage("a.yaml:1:7: Invalid size: 12; expected a mapping");
    assertThatThrownBy(() -> ROOT.get("map").asList())
        .hasMessage("a.yaml:3:6: Invalid map: a mapping; expected a list");
    assertThatThrownBy(() -> ROOT.text("list"))
        .hasMessage("a.yaml:2:7: Invalid list: a list of 1 entry; expected a single value");
    assertThatThrownBy(() -> ROOT.get("text").asScalar().number())
        .hasMessage("a.yaml:4:7: Invalid text: \"abc\"; expected a number");
    assertThatThrownBy(() -> ROOT.get("size").asScalar().truth())
        .hasMessage("a.yaml:1:7: Invalid size: 12; expected true or false");
    assertThatThrownBy(() -> ROOT.get("none"))
        .hasMessage("a.yaml:1:1: Invalid the document: none is missing");
  }

  @Test
  void ordersProblemsAndListsTwentyInTheMessage() {
    List<DocumentProblem> problems =
        IntStream.rangeClosed(1, 25)
            .mapToObj(line -> new DocumentProblem(new Place("a", 26 - line, 1, ""), "m"))
            .toList();
    DocumentException exception = new DocumentException(problems);
    assertThat(exception.problems().get(0).place().line()).isEqualTo(1);
    assertThat(exception.getMessage()).startsWith("a:1:1: m\na:2:1: m\n").endsWith("\nand 5 more");
  }
}
