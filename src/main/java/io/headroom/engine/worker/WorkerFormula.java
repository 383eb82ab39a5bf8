package io.headroom.engine.worker;

import io.headroom.model.unit.VCpus;
import io.headroom.model.verdict.LimitedBy;
import java.util.OptionalLong;

/**
 * How many workers a machine holds: two for each free vCPU and one more, as far as memory reaches.
 * Source of the rule: gunicorn, "Design", "(2 x $num_cores) + 1".
 *
 * <table>
 * <caption>Free vCPUs, memory to spare, one thread</caption>
 * <tr><th>free</th><th>0.25</th><th>0.5</th><th>1</th><th>2</th><th>4</th><th>8</th></tr>
 * <tr><th>workers</th><td>1</td><td>2</td><td>3</td><td>5</td><td>9</td><td>17</td></tr>
 * </table>
 */
public final class WorkerFormula {

  private static final int PER_VCPU = 2;

  private WorkerFormula() {}

  /**
   * A worker count and what bounds it.
   *
   * @param workers number of workers, 0 if not even one fits the memory
   */
  public record Held(int workers, LimitedBy limitedBy) {}

  /**
   * Returns the workers that {@code free} vCPUs keep busy.
   *
   * @param free vCPUs left by other services
   * @param threads threads of a worker; that many requests at once need only one worker
   */
  public static int forVcpus(VCpus free, int threads) {
    int requests = (int) Math.floor(PER_VCPU * free.value()) + 1;
    return (requests + threads - 1) / threads;
  }

  /**
   * Returns the workers a machine holds. The minimum raises what few vCPUs allow, never what memory
   * allows.
   *
   * @param byVcpus workers the vCPUs keep busy
   * @param byMemory workers that fit the memory; absent if memory is no bound
   */
  public static Held held(int byVcpus, OptionalLong byMemory, int minimum, int maximum) {
    int wanted = Math.min(maximum, Math.max(minimum, byVcpus));
    LimitedBy bound =
        byVcpus < minimum
            ? LimitedBy.MINIMUM
            : byVcpus > maximum ? LimitedBy.MAXIMUM : LimitedBy.VCPU;
    long fitting = byMemory.orElse(Long.MAX_VALUE);
    return fitting < wanted
        ? new Held((int) Math.max(0, fitting), LimitedBy.MEMORY)
        : new Held(wanted, bound);
  }
}
