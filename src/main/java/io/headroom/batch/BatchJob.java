package io.headroom.batch;

import io.headroom.batch.delivery.Carriers;
import io.headroom.batch.delivery.OutboxWorker;
import io.headroom.batch.run.CollectedFleet;
import io.headroom.batch.run.FleetPass;
import io.headroom.batch.schedule.Occurrences;
import io.headroom.batch.schedule.ScheduledRuns;
import io.headroom.catalog.Catalogs;
import io.headroom.collector.CloudSelection;
import io.headroom.collector.Clouds;
import io.headroom.configuration.Configuration;
import io.headroom.configuration.Configuration.CloudSection;
import io.headroom.ledger.Ledger;
import io.headroom.ledger.run.Holder;
import io.headroom.ledger.run.Run;
import io.headroom.ledger.run.RunAdmission;
import io.headroom.ledger.run.RunClaim;
import io.headroom.ledger.run.RunOrder;
import io.headroom.ledger.run.RunTrigger;
import io.headroom.model.machine.Provider;
import io.headroom.outbound.AllowList;
import io.headroom.outbound.NameLookup;
import io.headroom.outbound.OutboundGuard;
import io.headroom.policy.PolicySet;
import io.headroom.policy.PolicySource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The batch job of a configuration: runs of the fleet, begun by a person, a request or the
 * schedule, and the deliveries that follow them. A failing delivery never holds up a run.
 */
public final class BatchJob implements AutoCloseable {

  /** Name of the job in the store. */
  public static final String NAME = "fleet";

  /** How long a run is its process's own without a sign of life. */
  public static final Duration LEASE = Duration.ofSeconds(40);

  private final Configuration configuration;
  private final Parts parts;
  private final Holder holder;
  private final Carriers carriers;
  private final OutboxWorker outbox;
  private final FleetPass pass;

  /**
   * What a job works with.
   *
   * @param clouds opens what is collected
   * @param catalogs types and prices
   */
  public record Parts(Ledger ledger, Clouds clouds, Catalogs catalogs, InstantSource clock) {}

  /**
   * What came of a run and its deliveries.
   *
   * @param deliveries how many receivers were to be told
   * @param deliveryProblems what went wrong there, in words without secrets
   */
  public record Report(FleetPass.Result result, int deliveries, List<String> deliveryProblems) {

    /** Copies the list. */
    public Report {
      deliveryProblems = List.copyOf(deliveryProblems);
    }

    /** Whether nothing is missing. */
    public boolean isWhole() {
      return deliveryProblems.isEmpty() && result.changes().problems().isEmpty();
    }
  }

  /**
   * Prepares a job; reads policies and makes no call.
   *
   * @throws io.headroom.document.DocumentException if a policy is not as it should be
   * @throws IllegalArgumentException if a delivery has a secret that is none
   */
  public BatchJob(Configuration configuration, Parts parts) {
    this.configuration = configuration;
    this.parts = parts;
    this.holder = new Holder("headroom-" + UUID.randomUUID(), LEASE);
    OutboundGuard guard =
        new OutboundGuard(AllowList.of(configuration.outbound().allow()), NameLookup.SYSTEM);
    this.carriers = new Carriers(guard, configuration.outbound().timeout(), parts.clock());
    configuration.deliveries().forEach(carriers::of);
    this.outbox =
        new OutboxWorker(
            parts.ledger().outbox(), carriers, configuration.deliveries(), parts.clock());
    this.pass =
        new FleetPass(
            parts.ledger(),
            new CollectedFleet(
                parts.ledger(),
                parts.clouds(),
                configuration.clouds().stream().map(BatchJob::selection).toList(),
                configuration.collection(),
                parts.clock()),
            policies(configuration),
            parts.catalogs(),
            parts.clock());
  }

  private static CloudSelection selection(CloudSection cloud) {
    return new CloudSelection(
        Provider.ofId(cloud.provider()).orElseThrow(),
        cloud.accounts(),
        cloud.role(),
        cloud.regions());
  }

  private static PolicySet policies(Configuration configuration) {
    PolicySource source = new PolicySource(Path.of(""));
    return new PolicySet(configuration.policies().stream().map(source::load).toList());
  }

  /**
   * Begins a run, or goes on with one whose process died.
   *
   * @param actor who wants it
   */
  public RunAdmission begin(RunTrigger trigger, String actor) {
    RunAdmission admission =
        parts
            .ledger()
            .runs()
            .begin(
                new RunOrder(NAME, trigger, Optional.empty(), actor),
                holder,
                parts.clock().instant());
    return admission.match(
        RunAdmission.Granted::new, this::leftBehind, RunAdmission.HadAlready::new);
  }

  private RunAdmission leftBehind(Run run) {
    Optional<RunClaim> taken =
        run.leaseIsOver() ? parts.ledger().runs().takeOver(holder) : Optional.empty();
    return taken
        .<RunAdmission>map(RunAdmission.Granted::new)
        .orElseGet(() -> new RunAdmission.UnderWay(run));
  }

  /**
   * Carries out a run and delivers what came of it.
   *
   * @throws io.headroom.ledger.problem.LostClaimException if another process has it by now
   * @throws io.headroom.ledger.problem.LedgerException if there is nothing to judge
   * @throws InterruptedException if this thread is interrupted
   */
  public Report carryOut(RunClaim claim, FleetPass.Listener listener) throws InterruptedException {
    FleetPass.Result result = pass.carryOut(claim, holder, listener);
    OutboxWorker.News news =
        result.changes().isEmpty() ? OutboxWorker.News.NONE : OutboxWorker.News.SOME;
    int receivers = outbox.put(result.message(), news);
    return new Report(result, receivers, outbox.deliverDue());
  }

  /** Delivers what is due, and returns what went wrong. */
  public List<String> deliverDue() {
    return outbox.deliverDue();
  }

  /**
   * Returns the runs of the schedule; nothing if the configuration has none.
   *
   * @param told is told what came of each
   * @throws IllegalArgumentException if the schedule is none
   */
  public Optional<ScheduledRuns> schedule(Consumer<Report> told) {
    return configuration
        .schedule()
        .map(
            section ->
                new ScheduledRuns(
                    parts.ledger().runs(),
                    Occurrences.of(section.cron(), section.zone()),
                    NAME,
                    holder,
                    claim -> told.accept(carryOut(claim, FleetPass.Listener.NONE)),
                    parts.clock().instant()));
  }

  @Override
  public void close() {
    carriers.close();
  }
}
