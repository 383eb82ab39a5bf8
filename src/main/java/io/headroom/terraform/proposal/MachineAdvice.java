package io.headroom.terraform.proposal;

import io.headroom.engine.worker.MemoryPools;
import io.headroom.model.machine.HostProfile;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryPool;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.ExecutionRule.TerraformRule;
import io.headroom.model.unit.Mebibytes;
import io.headroom.model.verdict.Blocker;
import io.headroom.model.verdict.Blocker.Kind;
import io.headroom.model.verdict.Option;
import io.headroom.model.verdict.Verdict;
import io.headroom.model.verdict.WorkerAdvice;
import io.headroom.report.Because;
import io.headroom.terraform.variables.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine with what the variables could say of it.
 *
 * @param current what it is now
 * @param recommended what it should be; absent if it should stay as it is
 * @param reason why, in a sentence or two
 * @param fallbacks types to try when the cloud refuses capacity, in that order
 * @param blockers why the change must not be made, or not by Terraform; mostly none
 * @param rule what the policy says of machines that Terraform owns
 */
public record MachineAdvice(
    Instance machine,
    Size current,
    Optional<Size> recommended,
    String reason,
    List<String> fallbacks,
    List<String> blockers,
    TerraformRule rule) {

  /** Copies the lists. */
  public MachineAdvice {
    fallbacks = List.copyOf(fallbacks);
    blockers = List.copyOf(blockers);
  }

  /** Returns what a verdict advises: another type, or other worker counts on the same one. */
  public static MachineAdvice of(Verdict verdict, TerraformRule rule) {
    Size current = current(verdict.instance().host(), verdict.current().instanceType());
    return new MachineAdvice(
        verdict.instance(),
        current,
        recommended(verdict, current),
        reason(verdict),
        verdict.fallbacks(),
        blockers(verdict).filter(one -> one.kind() == Kind.BLOCKS).map(Blocker::text).toList(),
        rule);
  }

  private static Stream<Blocker> blockers(Verdict verdict) {
    return verdict.recommended().stream().flatMap(option -> option.blockers().stream());
  }

  /** What must be accepted or looked at first stands beside the reason: nobody else tells it. */
  private static String reason(Verdict verdict) {
    String first =
        blockers(verdict)
            .filter(one -> one.kind() != Kind.BLOCKS)
            .map(Blocker::shown)
            .collect(Collectors.joining("; "));
    return Because.of(verdict) + (first.isEmpty() ? "" : " Before the change: " + first + ".");
  }

  private static Size current(HostProfile host, String type) {
    return new Size(
        type,
        count(host.web()),
        count(host.background()),
        host.pools().stream()
            .filter(pool -> pool.kind() == MemoryPool.Kind.BUFFER_POOL)
            .map(MemoryPool::configured)
            .reduce(Mebibytes::plus));
  }

  private static OptionalInt count(Optional<WorkerPool> pool) {
    return pool.isPresent() ? OptionalInt.of(pool.get().count()) : OptionalInt.empty();
  }

  private static Optional<Size> recommended(Verdict verdict, Size current) {
    Optional<Option> option = verdict.recommended();
    if (option.isPresent()) {
      return Optional.of(
          option
              .get()
              .workers()
              .map(advice -> size(option.get().instanceType(), advice))
              .orElseGet(() -> withoutWorkers(verdict, option.get(), current)));
    }
    return verdict
        .workers()
        .map(advice -> size(current.instanceType(), advice))
        .filter(size -> !size.equals(current));
  }

  private static Size size(String type, WorkerAdvice advice) {
    return new Size(
        type,
        OptionalInt.of(advice.recommended()),
        advice.backgroundRecommended(),
        advice.bufferPool());
  }

  /** Without web workers nobody advises on the database; its memory follows the machine's. */
  private static Size withoutWorkers(Verdict verdict, Option option, Size current) {
    HostProfile host = verdict.instance().host();
    Optional<Mebibytes> database =
        verdict
            .current()
            .offering()
            .map(present -> new MemoryPools(host.pools(), present.type().memory()))
            .flatMap(pools -> pools.bufferPoolOn(option.offering().type().memory()));
    return new Size(
        option.instanceType(), current.workers(), current.backgroundWorkers(), database);
  }
}
