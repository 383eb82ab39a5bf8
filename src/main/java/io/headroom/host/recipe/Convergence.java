package io.headroom.host.recipe;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostFile;
import io.headroom.executor.channel.HostFiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a host to wanted numbers and makes sure that it is there: reads, writes, puts into force,
 * reads back. A step that fails is undone: the files are put back as they were, and what ran before
 * runs again.
 */
public final class Convergence {

  private static final Duration TICK = Duration.ofMillis(500);

  private final HostChannel channel;
  private final Pause pause;
  private final Duration patience;

  /**
   * Prepares changes of one host.
   *
   * @param pause waits between two looks
   * @param patience how long processes may take to start or to end
   */
  public Convergence(HostChannel channel, Pause pause, Duration patience) {
    this.channel = channel;
    this.pause = pause;
    this.patience = patience;
  }

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /** Returns after that long, or at once if the thread is interrupted, which it stays. */
    void forAWhile(Duration length);
  }

  /**
   * Makes {@code wanted} run and hold after the next start. What is so already is left alone.
   * Numbers that the recipe does not know are left out.
   *
   * @return what runs now
   * @throws IllegalArgumentException if a number is out of bounds
   * @throws ChannelException as {@link HostChannel#run} does; of kind {@code FAILED} if the host
   *     does not get there, with what it was put back to in the message
   */
  public HostSettings reach(HostRecipe recipe, HostSettings wanted) {
    HostSettings own = wanted.only(recipe.settings()).checked();
    if (own.isEmpty()) {
      return recipe.running(channel);
    }
    HostSettings before = recipe.running(channel);
    boolean isConfigured = recipe.configured(channel).only(own.values().keySet()).equals(own);
    if (isConfigured && recipe.isReached(own, before)) {
      return before;
    }
    Map<ChangedFile, Optional<HostFile>> files = copies(recipe);
    try {
      if (isConfigured) {
        // written by somebody who did not go on
        recipe.noticeFiles(channel);
      } else {
        recipe.write(channel, own);
      }
      if (!recipe.isReached(own, recipe.running(channel))) {
        recipe.reload(channel, own);
      }
      return verified(recipe, own);
    } catch (ChannelException e) {
      throw undone(recipe, before.only(own.values().keySet()), files, e);
    }
  }

  private Map<ChangedFile, Optional<HostFile>> copies(HostRecipe recipe) {
    Map<ChangedFile, Optional<HostFile>> copies = new LinkedHashMap<>();
    recipe
        .files()
        .forEach(file -> copies.put(file, new HostFiles(channel, file.user()).read(file.path())));
    return copies;
  }

  private HostSettings verified(HostRecipe recipe, HostSettings wanted) {
    HostSettings running = recipe.running(channel);
    long end = System.nanoTime() + patience.toNanos();
    while (!recipe.isReached(wanted, running)) {
      if (System.nanoTime() - end > 0) {
        throw new ChannelException(
            ChannelFailure.FAILED,
            "Cannot set "
                + wanted
                + " by "
                + recipe.id()
                + " over "
                + channel.name()
                + ": "
                + running.only(wanted.values().keySet())
                + " after "
                + patience.toSeconds()
                + " s");
      }
      pause.forAWhile(TICK);
      running = recipe.running(channel);
    }
    return running;
  }

  private ChannelException undone(
      HostRecipe recipe,
      HostSettings before,
      Map<ChangedFile, Optional<HostFile>> files,
      ChannelException cause) {
    try {
      putBack(recipe, before, files);
      return new ChannelException(
          cause.failure(), cause.getMessage() + "; put back to " + before, cause);
    } catch (ChannelException e) {
      ChannelException failed =
          new ChannelException(
              cause.failure(),
              cause.getMessage()
                  + "; putting it back failed too: "
                  + e.getMessage()
                  + "; look at the host before it starts again",
              cause);
      failed.addSuppressed(e);
      return failed;
    }
  }

  /** A recipe without files of its own is told the old numbers instead. */
  private void putBack(
      HostRecipe recipe, HostSettings before, Map<ChangedFile, Optional<HostFile>> files) {
    HostSettings known = positive(before);
    if (files.isEmpty()) {
      if (!known.isEmpty()) {
        recipe.write(channel, known);
      }
    } else {
      files.forEach((file, copy) -> new HostFiles(channel, file.user()).restore(file.path(), copy));
      recipe.noticeFiles(channel);
    }
    if (!known.isEmpty() && !recipe.isReached(known, recipe.running(channel))) {
      recipe.reload(channel, known);
      verified(recipe, known);
    }
  }

  /** What did not run before is not started. */
  private static HostSettings positive(HostSettings before) {
    HostSettings known = HostSettings.NONE;
    for (Map.Entry<HostSetting, Integer> entry : before.values().entrySet()) {
      if (entry.getValue() > 0) {
        known = known.with(entry.getKey(), entry.getValue());
      }
    }
    return known;
  }
}
