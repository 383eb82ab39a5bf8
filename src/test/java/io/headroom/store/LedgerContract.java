package io.headroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.headroom.ledger.Ledger;
import io.headroom.ledger.access.IssuedKey;
import io.headroom.ledger.access.KeyOrder;
import io.headroom.ledger.access.Role;
import io.headroom.ledger.audit.AuditEntry;
import io.headroom.ledger.audit.AuditEvent;
import io.headroom.ledger.audit.AuditFilter;
import io.headroom.ledger.catalog.CatalogSnapshot;
import io.headroom.ledger.content.Content;
import io.headroom.ledger.delivery.Delivery;
import io.headroom.ledger.delivery.DeliveryCounts;
import io.headroom.ledger.delivery.Parcel;
import io.headroom.ledger.machine.AnsweredRange;
import io.headroom.ledger.machine.InstanceFilter;
import io.headroom.ledger.machine.KnownInstance;
import io.headroom.ledger.page.InvalidCursorException;
import io.headroom.ledger.page.Page;
import io.headroom.ledger.page.PageRequest;
import io.headroom.ledger.policy.PolicyVersion;
import io.headroom.ledger.problem.LostClaimException;
import io.headroom.ledger.problem.RefusedChangeException;
import io.headroom.ledger.problem.UnknownEntryException;
import io.headroom.ledger.request.RequestAdmission;
import io.headroom.ledger.request.RequestKey;
import io.headroom.ledger.request.StoredAnswer;
import io.headroom.ledger.upkeep.Forgotten;
import io.headroom.ledger.upkeep.Retention;
import io.headroom.ledger.upkeep.StoreStatus;
import io.headroom.model.machine.Instance;
import io.headroom.model.machine.Provider;
import io.headroom.model.machine.TypeChange;
import io.headroom.model.series.Metric;
import io.headroom.model.series.Observations;
import io.headroom.model.series.SampleUnit;
import io.headroom.model.series.Series;
import io.headroom.model.unit.TimeRange;
import io.headroom.testing.Machines;
import io.headroom.testing.Samples;
import io.headroom.testing.Seeds;
import io.headroom.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store does, on whatever database. Each test has an empty store. */
abstract class LedgerContract {

  static final Instant NOW = Machines.AS_OF;
  static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String ID = "i-0123456789abcdef0";

  private StoreAddress address;
  private Ledger ledger;

  /** Returns where a store is to be made. */
  abstract StoreAddress empty();

  @BeforeEach
  final void open() {
    address = empty();
    ledger = SqlLedger.open(address);
  }

  @AfterEach
  final void close() {
    ledger.close();
  }

  /** Runs a statement on the store of this test, past the program. */
  private void tamper(String statement) {
    Stores.execute(address, statement);
  }

  @Nested
  class Machine {

    @Test
    void comesBackAsItWasKept() {
      Instance machine = Machines.ec2("m5.large").name("web ‹1› \"quoted\" 🙂").build();

      ledger.instances().keep(List.of(machine), NOW);
      ledger.instances().keep(List.of(machine), NOW.plus(MINUTE));

      assertThat(ledger.instances().find(ID))
          .contains(new KnownInstance(machine, NOW, NOW.plus(MINUTE), Optional.empty()));
    }

    @Test
    void isGoneUntilItIsFoundAgain() {
      Instance machine = Machines.ec2("m5.large").build();
      ledger.instances().keep(List.of(machine), NOW);

      ledger.instances().leave(List.of(ID, "i-unknown"), NOW.plus(MINUTE));

      assertThat(ledger.instances().find(ID).orElseThrow().goneSince()).contains(NOW.plus(MINUTE));
      assertThat(ledger.instances().count(InstanceFilter.THERE)).isZero();
      assertThat(ledger.instances().count(InstanceFilter.ANY)).isOne();
      ledger.instances().keep(List.of(machine), NOW.plus(MINUTE));
      assertThat(ledger.instances().find(ID).orElseThrow().isThere()).isTrue();
    }

    @Test
    void remembersTheTypesItHad() {
      ledger.instances().keep(List.of(Machines.ec2("m5.large").build()), NOW);
      TypeChange change = new TypeChange(NOW.plus(MINUTE), "m5.xlarge", /* madeByHeadroom= */ true);

      ledger.instances().changedType(ID, change);

      assertThat(ledger.instances().find(ID).orElseThrow().instance().type().changes())
          .containsExactly(change);
      assertThatThrownBy(() -> ledger.instances().changedType(ID, change))
          .isInstanceOf(RefusedChangeException.class);
      assertThatThrownBy(() -> ledger.instances().changedType("i-none", change))
          .isInstanceOf(UnknownEntryException.class);
    }

    @Test
    void isFoundByPageEachOnce() {
      List<String> ids = IntStream.range(0, 7).mapToObj(n -> "i-" + "Bb0a-Z~".charAt(n)).toList();
      ids.forEach(this::keep);

      List<String> seen = new ArrayList<>();
      PageRequest request = PageRequest.first(3);
      Page<KnownInstance> page = ledger.instances().list(InstanceFilter.THERE, request);
      page.items().forEach(one -> seen.add(one.instance().id()));
      while (page.next().isPresent()) {
        page = ledger.instances().list(InstanceFilter.THERE, request.after(page));
        page.items().forEach(one -> seen.add(one.instance().id()));
      }

      assertThat(seen).isEqualTo(ids.stream().sorted().toList());
    }

    private void keep(String id) {
      Instance one = Machines.ec2("m5.large").build();
      ledger
          .instances()
          .keep(
              List.of(Instance.builder(id, one.placement(), one.type()).name("n" + id).build()),
              NOW);
    }

    @Test
    void isFoundByPartOfItsNameInAnyCase() {
      keep("i-a%_!b");
      keep("i-axyzb");

      assertThat(ledger.instances().count(withText("A%_!B"))).isOne();
      assertThat(ledger.instances().count(withText("NI-A"))).isEqualTo(2);
      assertThat(ledger.instances().count(withText("nothing"))).isZero();
    }

    private InstanceFilter withText(String text) {
      return new InstanceFilter(
          Optional.of(Provider.AWS),
          Optional.empty(),
          Optional.empty(),
          Optional.of(text),
          InstanceFilter.Presence.THERE);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
      PageRequest strange = new PageRequest(5, Optional.of("bm8"));

      assertThatThrownBy(() -> ledger.instances().list(InstanceFilter.ANY, strange))
          .isInstanceOf(InvalidCursorException.class);
    }
  }

  @Nested
  class SamplesOfMachines {

    private final TimeRange all =
        new TimeRange(NOW.minus(Duration.ofDays(60)), NOW.plus(Duration.ofDays(1)));

    @Test
    void comeBackBitForBit() {
      Random random = new Random(7);
      Series cpu = Samples.cpuPercent(14.3).each(slot -> 100 * random.nextDouble()).series();
      Series memory =
          Samples.memoryMib(14)
              .each(slot -> slot % 50 == 0 ? Float.MIN_VALUE : 3e7 * random.nextDouble())
              .gap(Duration.ofDays(9), 900)
              .series();

      ledger.series().lay(ID, List.of(cpu, memory));

      assertThat(ledger.series().read(ID, all).all()).containsExactly(cpu, memory);
    }

    @Test
    void doNotDependOnThePiecesInWhichTheyCame() {
      Seeds.forEach(
          20,
          random -> {
            String id = "i-" + random.nextLong();
            Series whole =
                Samples.of(Metric.MEMORY_USED, SampleUnit.MIB, 3.2, 60)
                    .each(slot -> random.nextInt(9))
                    .series();
            int slot = 0;
            while (slot < whole.slots()) {
              int until = Math.min(whole.slots(), slot + 1 + random.nextInt(900));
              int from = Math.max(0, slot - random.nextInt(60));
              Series piece = whole.within(range(whole.slotStart(from), whole.slotStart(until)));
              ledger.series().lay(id, List.of(piece));
              ledger.series().lay(id, List.of(piece));
              slot = until;
            }

            assertThat(ledger.series().read(id, all).all()).containsExactly(whole);
          });
    }

    @Test
    void areReplacedByLateOnesAndNotByGaps() {
      Instant midnight = Instant.parse("2026-07-19T00:00:00Z");
      ledger.series().lay(ID, List.of(cpu(midnight.minusSeconds(600), 1, 2, 3, 4)));

      ledger.series().lay(ID, List.of(cpu(midnight.minusSeconds(300), 20, Series.gap(), 40)));

      assertThat(ledger.series().read(ID, all).all())
          .containsExactly(cpu(midnight.minusSeconds(600), 1, 20, 3, 40));
    }

    @Test
    void giveWayWhereAPieceHasSlotsOfAnotherLength() {
      Instant midnight = Instant.parse("2026-07-19T00:00:00Z");
      Series hours =
          Series.of(
              Metric.CPU_UTILIZATION_AVG,
              SampleUnit.PERCENT,
              midnight.minusSeconds(5400),
              3600,
              new float[] {5, 6, 7});
      ledger.series().lay(ID, List.of(hours));

      ledger.series().lay(ID, List.of(cpu(midnight, 1, 2)));

      // the hour that begins at 23:30 overlaps the fine slots from 00:00 on
      assertThat(ledger.series().read(ID, all).all())
          .containsExactly(
              hours.within(new TimeRange(midnight.minusSeconds(5400), midnight)),
              cpu(midnight, 1, 2),
              hours.within(new TimeRange(midnight.plusSeconds(600), midnight.plusSeconds(9000))));
    }

    private static Series cpu(Instant start, float... values) {
      return Series.of(Metric.CPU_UTILIZATION_AVG, SampleUnit.PERCENT, start, 300, values);
    }

    @Test
    void areReadWithinAWindow() {
      Series cpu = Samples.cpuPercent(3).each(slot -> slot % 100).series();
      ledger.series().lay(ID, List.of(cpu));
      TimeRange window =
          new TimeRange(NOW.minus(Duration.ofHours(30)), NOW.minus(Duration.ofHours(20)));

      assertThat(ledger.series().read(ID, window).all()).containsExactly(cpu.within(window));
      assertThat(ledger.series().read("i-none", window)).isSameAs(Observations.NONE);
    }

    @Test
    void areAnsweredInOneRangeWithoutHoles() {
      ledger.series().answered(List.of(answered(0, 100), answered(200, 300)));
      ledger.series().answered(List.of(answered(100, 200)));
      ledger.series().answered(List.of(answered(250, 400)));

      assertThat(ledger.series().answered().get(ID)).containsExactly(answered(100, 400));
    }

    private AnsweredRange answered(long from, long until) {
      return new AnsweredRange(ID, Metric.CPU_UTILIZATION_AVG, range(from, until));
    }

    private static TimeRange range(long from, long until) {
      return new TimeRange(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }

    @Test
    void areCollectedUntilTheLatestEnd() {
      assertThat(ledger.series().until()).isEmpty();

      ledger.series().reached(NOW);
      ledger.series().reached(NOW.minus(MINUTE));

      assertThat(ledger.series().until()).contains(NOW);
    }
  }

  @Nested
  class CatalogsAndPolicies {

    @Test
    void keepSnapshotsByteByByte() {
      byte[] bytes = new byte[1_300_000];
      new Random(1).nextBytes(bytes);
      CatalogSnapshot large = CatalogSnapshot.of(Provider.AWS, NOW, Content.of(bytes));
      CatalogSnapshot later =
          CatalogSnapshot.of(Provider.AWS, NOW.plus(MINUTE), Content.ofText("later"));

      ledger.catalogs().keep(large);
      ledger.catalogs().keep(large);
      ledger.catalogs().keep(later);

      assertThat(ledger.catalogs().latest(Provider.AWS, NOW)).contains(large);
      assertThat(ledger.catalogs().latest(Provider.AWS, NOW.plus(MINUTE))).contains(later);
      assertThat(ledger.catalogs().latest(Provider.GCE, NOW)).isEmpty();
      assertThat(ledger.catalogs().list(Provider.AWS)).hasSize(2);
    }

    @Test
    void countVersionsOnlyWhereTheTextChanges() {
      ledger.policies().keep("p", "one", "ann", NOW);
      ledger.policies().keep("p", "one", "bob", NOW.plus(MINUTE));
      ledger.policies().keep("p", "two", "bob", NOW.plus(MINUTE));
      ledger.policies().keep("a", "other", "bob", NOW.plus(MINUTE));

      assertThat(ledger.policies().history("p"))
          .extracting(PolicyVersion::number, PolicyVersion::text, PolicyVersion::author)
          .containsExactly(tuple(2, "two", "bob"), tuple(1, "one", "ann"));
      assertThat(ledger.policies().list())
          .extracting(PolicyVersion::name, PolicyVersion::number)
          .containsExactly(tuple("a", 1), tuple("p", 2));
      assertThat(ledger.policies().find("p", 1).orElseThrow().writtenAt()).isEqualTo(NOW);
    }
  }

  @Nested
  class Audit {

    @Test
    void isIntactAsItWasWritten() {
      List<AuditEntry> written =
          IntStream.range(0, 5)
              .mapToObj(n -> ledger.audit().append(event("subject " + n)))
              .toList();

      assertThat(ledger.audit().verify().isIntact()).isTrue();
      assertThat(ledger.audit().verify().entries()).isEqualTo(5);
      assertThat(ledger.audit().list(AuditFilter.ANY, PageRequest.first(2)).items())
          .containsExactly(written.get(4), written.get(3));
    }

    private AuditEvent event(String subject) {
      return new AuditEvent(
          NOW.plusNanos(1_234_567_891), "ann", "plan.approve", subject, "{\"ü\":1}");
    }

    @Test
    void findsAnEntryThatWasChanged() {
      fill();
      tamper("UPDATE audit_entry SET actor = 'bob' WHERE number = 3");

      assertThat(ledger.audit().verify().broken().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void findsAnEntryThatWasDropped() {
      fill();
      tamper("DELETE FROM audit_entry WHERE number = 2");

      assertThat(ledger.audit().verify().broken().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void findsThatTheLastEntryWasDropped() {
      fill();
      tamper("DELETE FROM audit_entry WHERE number = 5");

      assertThat(ledger.audit().verify().broken().orElseThrow().number()).isEqualTo(5);
    }

    @Test
    void findsEntriesThatChangedPlaces() {
      fill();
      tamper("UPDATE audit_entry SET number = 100 WHERE number = 2");
      tamper("UPDATE audit_entry SET number = 2 WHERE number = 3");
      tamper("UPDATE audit_entry SET number = 3 WHERE number = 100");

      assertThat(ledger.audit().verify().broken().orElseThrow().number()).isEqualTo(2);
    }

    private void fill() {
      IntStream.range(0, 5).forEach(n -> ledger.audit().append(event("subject " + n)));
    }
  }

  @Nested
  class Keys {

    @Test
    void openUntilTheyExpireOrAreRevoked() {
      IssuedKey issued = ledger.keys().issue(order("ci"), NOW);
      String text = issued.text().reveal();

      assertThat(text).startsWith("headroom_");
      assertThat(ledger.keys().check(text, NOW).orElseThrow().role()).isEqualTo(Role.PLANNER);
      assertThat(ledger.keys().check(text, NOW.plus(Duration.ofDays(2)))).isEmpty();
      assertThat(ledger.keys().check(text.substring(0, text.length() - 1) + "!", NOW)).isEmpty();
      assertThat(ledger.keys().check(flipped(text), NOW)).isEmpty();
      ledger.keys().revoke(issued.key().id(), "ann", NOW.plus(MINUTE));
      assertThat(ledger.keys().check(text, NOW.plus(MINUTE))).isEmpty();
    }

    private static String flipped(String text) {
      char last = text.charAt(text.length() - 1);
      return text.substring(0, text.length() - 1) + (last == 'x' ? 'y' : 'x');
    }

    @Test
    void keepNoSecret() {
      IssuedKey issued = ledger.keys().issue(order("ci"), NOW);

      assertThat(issued.toString()).doesNotContain(issued.text().secret());
      assertThat(ledger.keys().list().toString()).doesNotContain(issued.text().secret());
    }

    @Test
    void haveNamesThatAreFreeAgainWhenTheyAreRevoked() {
      IssuedKey first = ledger.keys().issue(order("ci"), NOW);
      assertThatThrownBy(() -> ledger.keys().issue(order("ci"), NOW))
          .isInstanceOf(RefusedChangeException.class);

      ledger.keys().revoke(first.key().id(), "ann", NOW);
      ledger.keys().issue(order("ci"), NOW);

      assertThat(ledger.keys().list()).hasSize(2);
      assertThatThrownBy(() -> ledger.keys().revoke("none", "ann", NOW))
          .isInstanceOf(UnknownEntryException.class);
    }

    private KeyOrder order(String name) {
      return new KeyOrder(
          name,
          Role.PLANNER,
          new TreeSet<>(List.of("1", "2")),
          "ann",
          NOW.plus(Duration.ofDays(1)));
    }
  }

  @Nested
  class Requests {

    private final RequestKey request = new RequestKey("ann POST /plans", "k1", "f1");
    private final StoredAnswer answer =
        new StoredAnswer(201, "application/json", "/plans/1", "\"1\"", Content.ofText("{}"));

    @Test
    void areCarriedOutOnce() {
      assertThat(admit(request)).isInstanceOf(RequestAdmission.IsNew.class);
      assertThat(admit(request)).isInstanceOf(RequestAdmission.UnderWay.class);

      ledger.idempotency().answer(request, answer);

      assertThat(admit(request)).isEqualTo(new RequestAdmission.WasAnswered(answer));
      assertThat(admit(new RequestKey(request.scope(), "k1", "f2")))
          .isInstanceOf(RequestAdmission.OtherRequest.class);
      assertThat(ledger.idempotency().admit(request, NOW.plus(MINUTE), MINUTE))
          .isInstanceOf(RequestAdmission.IsNew.class);
    }

    @Test
    void mayComeAgainWhenNothingWasDone() {
      admit(request);
      ledger.idempotency().release(request);

      assertThat(admit(request)).isInstanceOf(RequestAdmission.IsNew.class);
    }

    private RequestAdmission admit(RequestKey key) {
      return ledger.idempotency().admit(key, NOW, MINUTE);
    }
  }

  @Nested
  class Deliveries {

    @Test
    void areTakenByOneUntilTheLeaseIsOver() {
      Parcel parcel = new Parcel("hook", "run.finished", Content.ofText("{}"), NOW);
      String id = ledger.outbox().put(parcel);
      ledger.outbox().put(new Parcel("hook", "later", Content.ofText(""), NOW.plus(MINUTE)));

      List<Delivery> taken = ledger.outbox().take(5, MINUTE, NOW);

      assertThat(taken).containsExactly(new Delivery(id, parcel, 1, 1));
      assertThat(ledger.outbox().take(5, MINUTE, NOW)).isEmpty();
      ledger.outbox().delivered(taken.get(0), NOW);
      assertThat(ledger.outbox().counts()).isEqualTo(new DeliveryCounts(1, 1, 0));
    }

    @Test
    void areTriedAgainByWhoeverTakesThemNext() {
      ledger.outbox().put(new Parcel("hook", "kind", Content.ofText("{}"), NOW));
      Delivery dead = ledger.outbox().take(1, Duration.ZERO, NOW).get(0);

      Delivery second = ledger.outbox().take(1, MINUTE, NOW).get(0);

      assertThat(second.attempt()).isEqualTo(2);
      assertThatThrownBy(() -> ledger.outbox().delivered(dead, NOW))
          .isInstanceOf(LostClaimException.class);
      ledger.outbox().failed(second, "503", NOW.plus(MINUTE));
      assertThat(ledger.outbox().take(1, MINUTE, NOW)).isEmpty();
      Delivery third = ledger.outbox().take(1, MINUTE, NOW.plus(MINUTE)).get(0);
      ledger.outbox().giveUp(third, "410", NOW);
      assertThat(ledger.outbox().counts().givenUp()).isOne();
    }
  }

  @Nested
  class UpkeepOfTheStore {

    @Test
    void forgetsWhatIsOldEnough() {
      ledger.series().lay(ID, List.of(Samples.cpuPercent(5).flat(3).series()));
      ledger.catalogs().keep(CatalogSnapshot.of(Provider.AWS, NOW, Content.ofText("old")));
      ledger
          .catalogs()
          .keep(CatalogSnapshot.of(Provider.AWS, NOW.plus(MINUTE), Content.ofText("new")));
      Duration twoDays = Duration.ofDays(2);
      Retention retention = new Retention(twoDays, twoDays, twoDays, twoDays, twoDays);

      Forgotten forgotten = ledger.upkeep().forget(retention, NOW);
      Forgotten later = ledger.upkeep().forget(retention, NOW.plus(Duration.ofDays(30)));

      // five whole days, of which two are kept
      assertThat(forgotten.seriesDays()).isEqualTo(3);
      assertThat(forgotten.catalogs()).isZero();
      assertThat(later.seriesDays()).isEqualTo(2);
      assertThat(later.catalogs()).isOne();
      assertThat(ledger.catalogs().list(Provider.AWS)).hasSize(1);
    }

    @Test
    void saysWhatThereIs() {
      ledger.instances().keep(List.of(Machines.ec2("m5.large").build()), NOW);
      ledger.series().lay(ID, List.of(Samples.cpuPercent(2).flat(3).series()));
      ledger.series().reached(NOW);

      StoreStatus status = ledger.upkeep().status();

      assertThat(status.schema()).isEqualTo("1");
      assertThat(status.bytes().orElseThrow()).isPositive();
      assertThat(status.rows()).containsEntry("instance", 1L).containsEntry("series_day", 2L);
      assertThat(status.oldestSample()).contains(NOW.minus(Duration.ofDays(2)));
      assertThat(status.newestSample()).contains(NOW);
    }
  }
}
