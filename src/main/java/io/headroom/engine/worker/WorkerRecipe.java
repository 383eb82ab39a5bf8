package io.headroom.engine.worker;

import io.headroom.model.unit.Mebibytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of worker takes of a machine when nothing was measured. Source of the Frappe figures:
 * Frappe Press, {@code server.py} and {@code database_server.py}: 150 MB for a gunicorn worker, 240
 * MB for a set of three background workers, {@code max(RAM − 3000, 0.75 RAM)} usable of the memory,
 * 60 % of it for gunicorn and 40 % for background workers, half of the memory for the application
 * where a database shares the host.
 */
public enum WorkerRecipe {
  /** gunicorn and RQ workers of a Frappe bench. */
  FRAPPE_BENCH("frappe-bench", 150, 240, 0.6),
  /** gunicorn alone. */
  GUNICORN("gunicorn", 150, 0, 1);

  private static final double SYSTEM_RESERVE_MIB = 3000;
  private static final double LEAST_USABLE = 0.75;
  private static final double APPLICATION_BESIDE_DATABASE = 0.5;
  private static final Set<String> DATABASES = Set.of("mariadb", "mysql", "postgres", "postgresql");

  private final String id;
  private final double perWorker;
  private final double perBackgroundSet;
  private final double webShare;

  WorkerRecipe(String id, double perWorker, double perBackgroundSet, double webShare) {
    this.id = id;
    this.perWorker = perWorker;
    this.perBackgroundSet = perBackgroundSet;
    this.webShare = webShare;
  }

  /** Returns the name used on the command line and in policies. */
  public String id() {
    return id;
  }

  /** Returns the recipe of that name, or nothing. */
  public static Optional<WorkerRecipe> ofId(String id) {
    return Arrays.stream(values()).filter(recipe -> recipe.id.equals(id)).findFirst();
  }

  /** Returns the memory of one web worker. */
  Mebibytes perWorker() {
    return new Mebibytes(perWorker);
  }

  /**
   * Returns the memory of one set of background workers, one for each queue; none if it has none.
   */
  Mebibytes perBackgroundSet() {
    return new Mebibytes(perBackgroundSet);
  }

  /** Returns the share of the application's memory that web workers get. */
  double webShare() {
    return webShare;
  }

  /**
   * Returns the memory of a machine that the application can use.
   *
   * <table>
   * <caption>In MiB</caption>
   * <tr><th>memory</th><th>alone</th><th>with a database</th></tr>
   * <tr><td>2048</td><td>1536</td><td>768</td></tr>
   * <tr><td>4096</td><td>3072</td><td>1536</td></tr>
   * <tr><td>16384</td><td>13384</td><td>6144</td></tr>
   * </table>
   */
  Mebibytes usable(Mebibytes memory, Set<String> services) {
    boolean shared = services.stream().anyMatch(DATABASES::contains);
    double own = shared ? memory.value() * APPLICATION_BESIDE_DATABASE : memory.value();
    return new Mebibytes(Math.max(own - SYSTEM_RESERVE_MIB, LEAST_USABLE * own));
  }
}
