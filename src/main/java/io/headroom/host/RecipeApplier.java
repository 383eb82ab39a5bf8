package io.headroom.host;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.host.HostException;
import io.headroom.executor.host.WorkerApplier;
import io.headroom.executor.probe.UnknownHostException;
import io.headroom.host.file.HostEntry;
import io.headroom.host.recipe.Convergence;
import io.headroom.host.recipe.HostRecipe;
import io.headroom.host.recipe.HostSetting;
import io.headroom.host.recipe.HostSettings;
import io.headroom.model.resize.MachineRef;
import io.headroom.model.resize.WorkerCounts;
import java.time.Duration;
import java.util.function.BiFunction;

/** Sets worker counts by the recipes of each host. */
public final class RecipeApplier implements WorkerApplier {

  private final HostConnections connections;
  private final Convergence.Pause pause;
  private final Duration patience;

  /**
   * Prepares changes.
   *
   * @param pause waits between two looks at processes that start or end
   * @param patience how long they may take
   */
  public RecipeApplier(HostConnections connections, Convergence.Pause pause, Duration patience) {
    this.connections = connections;
    this.pause = pause;
    this.patience = patience;
  }

  @Override
  public WorkerCounts running(MachineRef machine) {
    HostSettings running =
        on(
            machine,
            (entry, channel) -> {
              HostSettings found = HostSettings.NONE;
              for (HostRecipe recipe : entry.recipes()) {
                if (isAboutWorkers(recipe)) {
                  found = found.with(recipe.running(channel));
                }
              }
              return found;
            });
    return new WorkerCounts(
        running
            .get(HostSetting.WEB_WORKERS)
            .orElseThrow(() -> new HostException(nothingToSet(machine))),
        running.get(HostSetting.BACKGROUND_WORKERS));
  }

  @Override
  public void apply(MachineRef machine, WorkerCounts counts) {
    HostSettings wanted =
        HostSettings.of(HostSetting.WEB_WORKERS, counts.web())
            .with(HostSetting.BACKGROUND_WORKERS, counts.background());
    apply(machine, wanted);
  }

  /**
   * Makes the host run {@code wanted} now and after its next boot: worker counts, and the memory of
   * databases and caches. Recipes are gone through in the order of the host's entry.
   *
   * @throws HostException as {@link #apply(MachineRef, WorkerCounts)} does
   */
  public void apply(MachineRef machine, HostSettings wanted) {
    HostSettings reached =
        on(
            machine,
            (entry, channel) -> {
              Convergence convergence = new Convergence(channel, pause, patience);
              HostSettings done = HostSettings.NONE;
              for (HostRecipe recipe : entry.recipes()) {
                HostSettings own = wanted.only(recipe.settings());
                if (!own.isEmpty()) {
                  done = done.with(convergence.reach(recipe, own));
                }
              }
              return done;
            });
    if (!reached.values().keySet().containsAll(wanted.values().keySet())) {
      throw new HostException(nothingToSet(machine));
    }
  }

  private static boolean isAboutWorkers(HostRecipe recipe) {
    return recipe.settings().contains(HostSetting.WEB_WORKERS)
        || recipe.settings().contains(HostSetting.BACKGROUND_WORKERS);
  }

  private <T> T on(MachineRef machine, BiFunction<HostEntry, HostChannel, T> job) {
    try {
      String known =
          connections.hosts().hosts().containsKey(machine.id()) ? machine.id() : machine.label();
      return connections.with(connections.hosts().require(known), job);
    } catch (ChannelException | UnknownHostException e) {
      HostException failure = new HostException(String.valueOf(e.getMessage()));
      failure.initCause(e);
      throw failure;
    } catch (IllegalArgumentException e) {
      HostException failure =
          new HostException("Cannot set workers of " + machine.label() + ": " + e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  private String nothingToSet(MachineRef machine) {
    return "Cannot set workers of "
        + machine.label()
        + ": no recipe of its entry in "
        + connections.hosts().name()
        + " sets all that is wanted; add one";
  }
}
