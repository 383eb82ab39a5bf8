package io.headroom.executor.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a host, read and replaced as one account of it.
 *
 * @param user the account; absent means root
 */
public record HostFiles(HostChannel channel, Optional<String> user) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MISSING = "missing";
  private static final int CHANGED = 3;
  private static final Pattern HEADER =
      Pattern.compile("file (?<mode>0[0-7]{3}) (?<size>[0-9]+) (?<digest>[0-9a-f]{64})");

  /**
   * Returns a file; nothing if there is none.
   *
   * @throws ChannelException as {@link HostChannel#run} does, and if it cannot be read or did not
   *     come over whole
   */
  public Optional<HostFile> read(String path) {
    String out = run(HostCommand.of(HostAction.READ_FILE, path)).out();
    int end = out.indexOf('\n');
    String first = end < 0 ? out : out.substring(0, end);
    if (first.equals(MISSING)) {
      return Optional.empty();
    }
    Matcher header = HEADER.matcher(first);
    if (!header.matches()) {
      throw new ChannelException(
          ChannelFailure.UNEXPECTED,
          "Cannot read " + path + " over " + channel.name() + ": the answer is no file");
    }
    byte[] bytes = decoded(path, out.substring(end + 1));
    if (bytes.length != Long.parseLong(header.group("size"))) {
      throw new ChannelException(
          ChannelFailure.TOO_MUCH_OUTPUT,
          "Cannot read "
              + path
              + " over "
              + channel.name()
              + ": "
              + bytes.length
              + " of "
              + header.group("size")
              + " bytes arrived");
    }
    return Optional.of(
        new HostFile(header.group("mode"), header.group("digest"), ByteBuffer.wrap(bytes)));
  }

  private byte[] decoded(String path, String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ChannelException(
          ChannelFailure.TOO_MUCH_OUTPUT,
          "Cannot read " + path + " over " + channel.name() + ": only a part of it arrived",
          e);
    }
  }

  /**
   * Replaces a file in one step, keeping its owner and mode, if it still is what was read; makes it
   * with {@code mode} if there was none. Readers see the old file or the new one, never a part.
   *
   * @param before the file as it was read; absent means that there was none
   * @param mode mode of a file that is made
   * @throws ChannelException of kind {@code CHANGED_MEANWHILE} if it is not what was read; else as
   *     {@link HostChannel#run} does
   */
  public void write(String path, Optional<HostFile> before, String mode, String text) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    String digest = before.map(HostFile::digest).orElse(MISSING);
    run(
        HostCommand.of(
                HostAction.WRITE_FILE, path, mode, Integer.toString(bytes.remaining()), digest)
            .reading(bytes));
  }

  /**
   * Puts a file back as it was, whatever it is now.
   *
   * @param before the file as it was read; absent removes it
   * @throws ChannelException as {@link #write} does
   */
  public void restore(String path, Optional<HostFile> before) {
    Optional<HostFile> now = read(path);
    if (before.isPresent()) {
      if (!now.map(HostFile::digest).equals(before.map(HostFile::digest))) {
        write(path, now, before.get().mode(), before.get().text());
      }
    } else if (now.isPresent()) {
      run(HostCommand.of(HostAction.REMOVE_FILE, path, now.get().digest()));
    }
  }

  private CommandResult run(HostCommand command) {
    CommandResult result = channel.run(command.as(user), PATIENCE);
    if (result.isOk()) {
      return result;
    }
    ChannelFailure failure =
        result.exitCode() == CHANGED ? ChannelFailure.CHANGED_MEANWHILE : ChannelFailure.FAILED;
    throw new ChannelException(
        failure,
        "Cannot run "
            + command.action().id()
            + " of "
            + command.values().get(0)
            + " over "
            + channel.name()
            + ": "
            + result.lastWords());
  }
}
