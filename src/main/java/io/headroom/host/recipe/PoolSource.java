package io.headroom.host.recipe;

import io.headroom.executor.channel.HostChannel;
import io.headroom.model.machine.MemoryPool;
import java.util.Optional;

/** A service that reserves memory by its configuration. */
public interface PoolSource {

  /** Returns what it reserves and uses; nothing if it has no limit. */
  Optional<MemoryPool> pool(HostChannel channel);
}
