package io.headroom.host.probe;

import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.probe.HostMeasurement;
import io.headroom.executor.probe.QueueState;
import io.headroom.executor.probe.WorkerUse;
import io.headroom.host.process.ProcessTable;
import io.headroom.host.recipe.HostRecipe;
import io.headroom.host.recipe.PoolSource;
import io.headroom.host.recipe.RedisRecipe;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Measures a host over its channel.
 *
 * @param recipes what is known to run there
 */
public record ChannelProbe(List<HostRecipe> recipes) {

  private static final int DAYS = 7;

  /** Copies the recipes. */
  public ChannelProbe {
    recipes = List.copyOf(recipes);
  }

  /**
   * Returns what was measured.
   *
   * @throws io.headroom.executor.channel.ChannelException as {@link HostChannel#run} does
   */
  public HostMeasurement measure(HostChannel channel) {
    List<String> names = Identity.of(channel).names();
    Reading reading = Reading.of(channel, DAYS);
    ProcessTable table = ProcessTable.read(channel);
    Optional<WorkerUse> web = WorkerGroup.web(table).map(group -> group.use(reading));
    Optional<WorkerUse> background = QueueWorkers.of(table).use();
    HostProfile profile =
        new HostProfile(
            recipe(),
            web.map(ChannelProbe::pool),
            background.map(ChannelProbe::pool),
            Optional.empty(),
            services(table, background),
            pools(channel));
    return new HostMeasurement(
        channel.name(), names, profile, reading.condition(), web, background, queues(channel));
  }

  private Optional<String> recipe() {
    return recipes.stream()
        .filter(
            recipe -> recipe.settings().contains(io.headroom.host.recipe.HostSetting.WEB_WORKERS))
        .map(HostRecipe::id)
        .findFirst();
  }

  private static WorkerPool pool(WorkerUse use) {
    return new WorkerPool(
        use.count(),
        use.memory().map(WorkerUse.Footprint::high),
        use.memory().map(WorkerUse.Footprint::low),
        use.threads() > 1 ? OptionalInt.of(use.threads()) : OptionalInt.empty(),
        OptionalInt.empty(),
        List.of());
  }

  private static SortedSet<String> services(ProcessTable table, Optional<WorkerUse> background) {
    SortedSet<String> services = Services.of(table);
    background.ifPresent(use -> services.add("rq"));
    return services;
  }

  private List<MemoryPool> pools(HostChannel channel) {
    return recipes.stream()
        .flatMap(recipe -> recipe instanceof PoolSource source ? Stream.of(source) : Stream.of())
        .flatMap(source -> source.pool(channel).stream())
        .toList();
  }

  private List<QueueState> queues(HostChannel channel) {
    return recipes.stream()
        .flatMap(recipe -> recipe instanceof RedisRecipe redis ? Stream.of(redis) : Stream.of())
        .flatMap(redis -> Queues.of(channel, redis.port()).stream())
        .toList();
  }
}
