package io.headroom.oracle;

import io.headroom.model.catalog.InstanceType;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.unit.VCpus;
import io.headroom.testing.Machines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;

/** What may be known of a machine from inside. */
final class RandomHosts {

  static final HostProfile NONE = HostProfile.UNKNOWN;

  private final Random random;
  private final InstanceType present;

  RandomHosts(Random random, InstanceType present) {
    this.random = random;
    this.present = present;
  }

  HostProfile host() {
    List<String> names = List.of("mariadb", "redis", "postgresql", "nginx");
    TreeSet<String> services = new TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      services.add(names.get(random.nextInt(names.size())));
    }
    boolean workers = random.nextInt(5) != 0;
    return new HostProfile(
        Optional.empty(),
        workers ? Optional.of(pool(150)) : Optional.empty(),
        workers && random.nextInt(3) == 0 ? Optional.of(pool(80)) : Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(new VCpus(random.nextInt(100) / 100.0 * present.vcpus().value()))
            : Optional.empty(),
        services,
        random.nextInt(3) == 0 ? List.of(reserved()) : List.of());
  }

  private WorkerPool pool(int usual) {
    boolean measured = random.nextInt(3) == 0;
    int high = usual / 2 + random.nextInt(2 * usual);
    return new WorkerPool(
        random.nextInt(1 + 2 * (int) Math.ceil(present.vcpus().value())) + 1,
        measured ? Optional.of(new Mebibytes(high)) : Optional.empty(),
        measured ? Optional.of(new Mebibytes(random.nextInt(high))) : Optional.empty(),
        random.nextInt(5) == 0 ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
        random.nextInt(5) == 0 ? OptionalInt.of(random.nextInt(12)) : OptionalInt.empty(),
        random.nextInt(5) == 0
            ? List.of(
                new WorkerPool.CountChange(
                    Machines.AS_OF.minus(Duration.ofDays(30)), random.nextInt(9)),
                new WorkerPool.CountChange(
                    Machines.AS_OF.minus(Duration.ofDays(15)), random.nextInt(9)))
            : List.of());
  }

  private MemoryPool reserved() {
    double size = Math.floor(present.memory().value() * random.nextInt(50) / 100);
    MemoryPool.Kind[] kinds = MemoryPool.Kind.values();
    return new MemoryPool(
        "mariadb",
        new Mebibytes(size),
        random.nextBoolean() ? Optional.of(new Mebibytes(Math.floor(size / 2))) : Optional.empty(),
        kinds[random.nextInt(kinds.length)]);
  }
}
