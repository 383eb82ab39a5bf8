package io.headroom.host.channel;

import io.headroom.executor.channel.HostCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that a channel arrives with, and how it becomes another one.
 *
 * @param user name of the account
 */
public record Login(String user) {

  private static final String ROOT = "root";
  private static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * Returns the words that run {@code command} as the account it wants and end it after {@code
   * timeout}: {@code sudo} where the login is an ordinary account, {@code runuser} where it is
   * root.
   */
  public List<String> words(HostCommand command, Duration timeout) {
    List<String> words = new ArrayList<>(becoming(command.user().orElse(ROOT)));
    words.addAll(
        List.of(
            "timeout",
            "--kill-after=" + GRACE.toSeconds(),
            Long.toString(Math.max(1, timeout.toSeconds()))));
    words.addAll(command.words());
    return List.copyOf(words);
  }

  private List<String> becoming(String other) {
    if (other.equals(user)) {
      return List.of();
    }
    return user.equals(ROOT)
        ? List.of("runuser", "-u", other, "--")
        : List.of("sudo", "-n", "-u", other, "--");
  }
}
