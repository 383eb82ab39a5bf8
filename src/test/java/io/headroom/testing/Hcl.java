package io.headroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks of a folder with Terraform's configuration, read by their layout: {@code terraform
 * fmt} puts the head and the end of a block at the start of a line, and its attributes two blanks
 * in.
 */
public record Hcl(Path folder, List<Block> blocks, String text) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^(\\w+)((?: \"[^\"]*\")*) \\{(?:\\}|\\n(.*?)^\\})$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("\"([^\"]*)\"");

  /**
   * A block, such as a variable.
   *
   * @param kind its first word
   * @param labels what stands in quotes behind it
   * @param body what stands in braces
   */
  public record Block(String kind, List<String> labels, String body) {

    /** Returns the last label. */
    public String name() {
      return labels.isEmpty() ? "" : labels.get(labels.size() - 1);
    }

    /**
     * Returns the value of an attribute on one line, as it is written; nothing if it is not set.
     */
    public Optional<String> attribute(String name) {
      Matcher found =
          Pattern.compile(
                  "^  " + name + " +=\\s+(.*?)(?=^  [\\w#]|^$|\\z)",
                  Pattern.DOTALL | Pattern.MULTILINE)
              .matcher(body);
      return found.find() ? Optional.of(onOneLine(found.group(1))) : Optional.empty();
    }

    /** Fields on lines of their own have no comma behind them. */
    private static String onOneLine(String value) {
      return value
          .strip()
          .replaceAll("([^{(\\[,\\s])\\n\\s+(?=\\w)", "$1, ")
          .replaceAll("\\s+", " ");
    }

    /** Returns a text without its quotes. */
    public Optional<String> text(String name) {
      return attribute(name)
          .filter(value -> value.startsWith("\""))
          .map(value -> value.substring(1, value.length() - 1));
    }
  }

  /** Reads the files of a folder, in the order of their names, without those below it. */
  public static Hcl read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      String text =
          files
              .filter(file -> file.toString().endsWith(".tf"))
              .sorted()
              .map(Hcl::text)
              .collect(Collectors.joining("\n"));
      return new Hcl(folder, blocks(text), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      List<String> labels =
          LABEL.matcher(found.group(2)).results().map((MatchResult one) -> one.group(1)).toList();
      blocks.add(new Block(found.group(1), labels, Optional.ofNullable(found.group(3)).orElse("")));
    }
    return blocks;
  }

  /** Returns the blocks of a kind, in their order. */
  public List<Block> all(String kind) {
    return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
  }

  /** Returns the block of a kind and name. */
  public Block one(String kind, String name) {
    return all(kind).stream().filter(block -> block.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns what a pattern's first group finds, outside of comments. */
  public List<String> mentioned(String pattern) {
    String code = text.replaceAll("(?m)^\\s*#.*$", "");
    return Pattern.compile(pattern)
        .matcher(code)
        .results()
        .map((MatchResult one) -> one.group(1))
        .distinct()
        .sorted()
        .toList();
  }
}
