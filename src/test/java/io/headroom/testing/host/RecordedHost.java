package io.headroom.testing.host;

import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A host of files and recorded answers, for programs that no test can start here. It keeps the
 * words of every command that changes something.
 */
public final class RecordedHost implements HostChannel {

  private final SortedMap<String, String> files = new TreeMap<>();
  private final Map<HostAction, Function<HostCommand, String>> answers =
      new EnumMap<>(HostAction.class);
  private final List<List<String>> words = new ArrayList<>();

  /** Puts a file there. */
  public RecordedHost file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Answers an action with what was recorded of it. */
  public RecordedHost answer(HostAction action, Function<HostCommand, String> output) {
    answers.put(action, output);
    return this;
  }

  /** Returns the files by their paths. */
  public SortedMap<String, String> files() {
    return files;
  }

  /** Returns the words of the commands other than reading and writing files. */
  public List<List<String>> words() {
    return words;
  }

  @Override
  public String name() {
    return "a recorded host";
  }

  @Override
  public CommandResult run(HostCommand command, Duration timeout) {
    return switch (command.action()) {
      case READ_FILE -> ok(read(command.values().get(0)));
      case WRITE_FILE -> ok(written(command));
      default -> {
        words.add(command.words());
        yield ok(answers.getOrDefault(command.action(), one -> "").apply(command));
      }
    };
  }

  private static CommandResult ok(String out) {
    return new CommandResult(0, out, "");
  }

  private String read(String path) {
    String text = files.get(path);
    if (text == null) {
      return "missing\n";
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "file 0644 "
        + bytes.length
        + " "
        + digest(bytes)
        + "\n"
        + Base64.getEncoder().encodeToString(bytes);
  }

  private String written(HostCommand command) {
    ByteBuffer input = command.input().duplicate();
    files.put(command.values().get(0), StandardCharsets.UTF_8.decode(input).toString());
    return "";
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // nothing is open
  }
}
