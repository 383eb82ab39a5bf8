package io.headroom.testing;

import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes host profiles: what is known of a machine from inside. */
public final class Hosts {

  private Optional<WorkerPool> web = Optional.empty();
  private Optional<WorkerPool> background = Optional.empty();
  private Optional<VCpus> coResident = Optional.empty();
  private final TreeSet<String> services = new TreeSet<>();
  private final List<MemoryPool> pools = new ArrayList<>();

  private Hosts() {}

  public static Hosts host() {
    return new Hosts();
  }

  /** A host of which only these services are known. */
  public static HostProfile services(String... names) {
    Hosts host = host();
    host.services.addAll(List.of(names));
    return host.build();
  }

  public Hosts web(int workers) {
    return web(WorkerPool.of(workers));
  }

  public Hosts web(WorkerPool pool) {
    web = Optional.of(pool);
    return this;
  }

  public Hosts background(int workers) {
    return background(WorkerPool.of(workers));
  }

  public Hosts background(WorkerPool pool) {
    background = Optional.of(pool);
    return this;
  }

  /** vCPUs that the other services were measured to use at the peak. */
  public Hosts coResident(double vcpus) {
    coResident = Optional.of(new VCpus(vcpus));
    return this;
  }

  public Hosts service(String name) {
    services.add(name);
    return this;
  }

  public Hosts bufferPool(double configuredMib) {
    return pool(
        new MemoryPool(
            "mariadb",
            new Mebibytes(configuredMib),
            Optional.empty(),
            MemoryPool.Kind.BUFFER_POOL));
  }

  public Hosts pool(MemoryPool value) {
    pools.add(value);
    return this;
  }

  public HostProfile build() {
    return new HostProfile(
        Optional.empty(), web, background, coResident, services, List.copyOf(pools));
  }
}
