package io.headroom.proof;

import io.headroom.model.machine.CreditMode;
import io.headroom.model.machine.Observation;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.WorkerPool;
import io.headroom.model.policy.Policy;
import io.headroom.oracle.Cases;
import io.headroom.oracle.Question;
import io.headroom.testing.Hosts;
import io.headroom.testing.Machines;
import io.headroom.testing.Policies;
import io.headroom.testing.Samples;
import io.headroom.testing.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * A compact suite that ends with the first failure. It is loaded anew for each planted bug, so it
 * answers in types of the JDK.
 */
public final class EngineChecks implements Callable<String> {

  private static final int MACHINES = 400;
  private static final long FIRST = 20_260_720;

  /** Returns what fails first, in words; an empty text if nothing does. */
  @Override
  public String call() {
    List<String> failures = new ArrayList<>();
    for (Question worked : workedCases()) {
      if (failures.isEmpty()) {
        failures.addAll(of(worked));
      }
    }
    for (int number = 0; number < MACHINES && failures.isEmpty(); number++) {
      failures.addAll(of(Cases.of(new Random(FIRST + number))));
    }
    return failures.isEmpty() ? "" : failures.get(0);
  }

  private static List<String> of(Question question) {
    Comparison comparison = new Comparison(question);
    List<String> failures = new ArrayList<>(comparison.differences());
    failures.addAll(comparison.brokenLaws());
    return failures;
  }

  /** Machines that are rare among the generated ones. */
  private static List<Question> workedCases() {
    Policy policy = Policies.peakPlusHalf().build();
    return List.of(
        equalTypes(policy),
        threadedWorkers(policy),
        longBurst(),
        loadOfAStart(policy),
        // exactly two vCPUs and exactly 8192 MiB: m6a.large
        question(
            Machines.observed(
                Machines.ec2("m5.xlarge"),
                Samples.cpuVcpus(42).flat(0.5).at(Duration.ofDays(5), 2),
                Samples.memoryMib(42).flat(4000).at(Duration.ofDays(5), 8192 / 1.5)),
            policy),
        // pinned on exactly three days, in less than 1 % of the slots
        question(
            Machines.observed(
                Machines.ec2("m5.large"),
                Samples.cpuVcpus(42)
                    .flat(0.5)
                    .from(Duration.ofDays(5), 6, 2)
                    .from(Duration.ofDays(6), 6, 2)
                    .from(Duration.ofDays(7), 6, 2),
                Samples.memoryMib(42).flat(4000)),
            policy));
  }

  /** Two types of one price: the one of the machine's own category is closer. */
  private static Question equalTypes(Policy policy) {
    return new Question(
        Machines.observed(
            Machines.ec2("m5.xlarge"),
            Samples.cpuVcpus(42).flat(0.5),
            Samples.memoryMib(42).flat(4000)),
        policy,
        Types.region(
            Types.ec2("m5.xlarge", 4, 16384).at("0.192"),
            Types.ec2("c6a.large", 2, 8192).at("0.0864"),
            Types.ec2("m6a.large", 2, 8192).at("0.0864")),
        Machines.AS_OF);
  }

  /** Two workers of four threads are busy; the five requests of two vCPUs need both of them. */
  private static Question threadedWorkers(Policy policy) {
    WorkerPool web =
        new WorkerPool(
            2, Optional.empty(), Optional.empty(), OptionalInt.of(4), OptionalInt.of(2), List.of());
    return question(
        Machines.observed(
            Machines.ec2("m5.xlarge").host(Hosts.host().web(web).build()),
            Samples.cpuVcpus(42).flat(0.5),
            Samples.memoryMib(42).flat(4000)),
        policy);
  }

  /** A machine that was launched twenty days ago and was busy for its first ten minutes only. */
  private static Question loadOfAStart(Policy policy) {
    Duration age = Duration.ofDays(20);
    return question(
        Machines.observed(
            Machines.ec2("m5.2xlarge").launched(Machines.AS_OF.minus(age)),
            Samples.cpuVcpus(20).flat(0.5).from(age, 2, 6),
            Samples.memoryMib(20).flat(4000)),
        policy);
  }

  /** Twenty hours at 1.1 vCPUs spend 840 credits of t3.medium, which can save 576. */
  private static Question longBurst() {
    return question(
        Machines.observed(
            Machines.ec2("m5.large"),
            Samples.cpuVcpus(42).flat(0.1).from(Duration.ofHours(30), 240, 1.1),
            Samples.memoryMib(42).flat(1000)),
        Policies.peakPlusHalf().burstable(CreditMode.STANDARD).build());
  }

  private static Question question(Observation machine, Policy policy) {
    return new Question(machine, policy, Cases.region(Provider.AWS, "us-east-1"), Machines.AS_OF);
  }
}
