package io.headroom.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML, and with it JSON, so that nothing is misread in silence. Refused are duplicate keys,
 * anchors, aliases, merge keys, tags, several documents in one file, values that readers of YAML
 * disagree about ({@code NO}, {@code 010}), and files of more than 256 KiB.
 */
public final class GuardedYaml {

  /** Most bytes of a document; people do not write more. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private GuardedYaml() {}

  /**
   * Returns the document in {@code file}.
   *
   * @throws DocumentException if it cannot be read or is refused; carries every trap that was found
   */
  public static DocumentNode read(Path file) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in);
    } catch (NoSuchFileException e) {
      throw refused(Place.ofFile(name), "Cannot read it: there is no such file");
    } catch (IOException e) {
      throw refused(
          Place.ofFile(name),
          "Cannot read it: " + Excerpt.of(Objects.toString(e.getMessage(), "no reason given")));
    }
  }

  /**
   * Returns the document in {@code in}, which is left open.
   *
   * @param name name for messages
   * @throws DocumentException if it is refused
   * @throws IOException if it cannot be read
   */
  public static DocumentNode read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    try {
      // a new decoder reports malformed input, unlike a String's constructor
      ByteBuffer content = ByteBuffer.wrap(bytes);
      return parse(
          name, StandardCharsets.UTF_8.newDecoder().decode(content).toString(), bytes.length);
    } catch (CharacterCodingException e) {
      throw refused(Place.ofFile(name), "Cannot read it: it is not UTF-8 text; save it as UTF-8");
    }
  }

  /**
   * Returns the document in {@code text}.
   *
   * @param name name for messages
   * @throws DocumentException if it is refused
   */
  public static DocumentNode parse(String name, String text) {
    return parse(name, text, text.length());
  }

  private static DocumentNode parse(String name, String text, int size) {
    if (size > MOST_BYTES) {
      throw refused(Place.ofFile(name), "Cannot read it: it has more than 256 KiB; split it");
    }
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try {
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(MOST_BYTES).build();
      return new TreeBuilder(name, new Parse(settings).parseString(content).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      throw refused(placeOf(name, e), "Cannot read the YAML: " + Excerpt.escaped(e.getProblem()));
    } catch (ReaderException e) {
      throw refused(
          placeOf(name, content, e.getPosition()),
          String.format(
              Locale.ROOT,
              "Cannot read it: the character U+%04X is not allowed in YAML",
              e.getCodePoint()));
    } catch (YamlEngineException e) {
      throw refused(
          Place.ofFile(name),
          "Cannot read the YAML: " + Excerpt.of(Objects.toString(e.getMessage(), "it is broken")));
    }
  }

  private static Place placeOf(String name, MarkedYamlEngineException e) {
    return e.getProblemMark()
        .or(e::getContextMark)
        .map(mark -> new Place(name, mark.getLine() + 1, mark.getColumn() + 1, ""))
        .orElseGet(() -> Place.ofFile(name));
  }

  private static Place placeOf(String name, String content, int position) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(position, content.length()); i++) {
      boolean newLine = content.charAt(i) == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
    }
    return new Place(name, line, column, "");
  }

  private static DocumentException refused(Place place, String message) {
    return new DocumentException(new DocumentProblem(place, message));
  }
}
