package io.headroom.batch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.configuration.DeliverySection;
import io.headroom.configuration.DeliverySection.When;
import io.headroom.configuration.Secret;
import io.headroom.ledger.delivery.DeliveryCounts;
import io.headroom.outbound.AllowList;
import io.headroom.outbound.OutboundGuard;
import io.headroom.testing.InMemoryLedger;
import io.headroom.testing.LoopbackServer;
import io.headroom.testing.LoopbackServer.Answer;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxWorkerTest {

  private static final Instant START = Instant.parse("2026-11-24T02:15:00Z");
  private static final Message MESSAGE =
      new Message("run-1", Message.RUN_FINISHED, START, "t", List.of(), new TreeMap<>());

  private final InMemoryLedger ledger = new InMemoryLedger(START);
  private final AtomicInteger status = new AtomicInteger(503);
  private final LoopbackServer server =
      LoopbackServer.start(request -> Answer.of(status.get(), "text/plain", ""));
  private final Carriers carriers =
      new Carriers(
          new OutboundGuard(
              AllowList.of(List.of("127.0.0.0/8")),
              host -> List.of(InetAddress.getLoopbackAddress())),
          Duration.ofSeconds(10),
          ledger.clock());

  @AfterEach
  void end() {
    carriers.close();
    server.close();
  }

  @Test
  void triesAgainLaterAndLaterAndThenGivesUp() {
    OutboxWorker worker = worker(slack("chat", When.ALWAYS));
    worker.put(MESSAGE, OutboxWorker.News.SOME);
    assertThat(worker.deliverDue())
        .containsExactly(
            "Cannot deliver chat: the receiver answered with status 503; next try in 1 min");
    assertThat(worker.deliverDue()).isEmpty();
    // 1 + 5 + 30 minutes, 2 + 6 + 12 hours: the seventh try is the last
    for (long minutes : new long[] {1, 5, 30, 120, 360}) {
      pass(Duration.ofMinutes(minutes));
      assertThat(worker.deliverDue()).singleElement().asString().contains("next try");
    }
    pass(Duration.ofHours(12));
    assertThat(worker.deliverDue()).singleElement().asString().endsWith("; given up");
    assertThat(server.requests()).hasSize(7);
    assertThat(ledger.outbox().counts()).isEqualTo(new DeliveryCounts(0, 0, 1));
  }

  @Test
  void deliversOnceTheReceiverIsWellAgain() {
    OutboxWorker worker = worker(slack("chat", When.ALWAYS));
    worker.put(MESSAGE, OutboxWorker.News.SOME);
    worker.deliverDue();
    status.set(200);
    pass(Duration.ofSeconds(59));
    assertThat(worker.deliverDue()).isEmpty();
    assertThat(server.requests()).hasSize(1);
    pass(Duration.ofSeconds(1));
    assertThat(worker.deliverDue()).isEmpty();
    assertThat(server.requests()).hasSize(2);
    assertThat(ledger.outbox().counts()).isEqualTo(new DeliveryCounts(0, 1, 0));
  }

  @Test
  void oneThatFailsDoesNotHoldUpTheOthers() {
    OutboxWorker worker =
        worker(
            new DeliverySection.ToSlack(
                "away", When.ALWAYS, Secret.of("http://10.0.0.1/not-allowed")),
            slack("chat", When.ALWAYS));
    status.set(200);
    assertThat(worker.put(MESSAGE, OutboxWorker.News.SOME)).isEqualTo(2);
    assertThat(worker.deliverDue())
        .singleElement()
        .asString()
        .startsWith("Cannot deliver away: ")
        .doesNotContain("not-allowed")
        .endsWith("; given up");
    assertThat(ledger.outbox().counts()).isEqualTo(new DeliveryCounts(0, 1, 1));
  }

  @Test
  void whoWantsNewsOnlyGetsNothingWithoutAny() {
    OutboxWorker worker = worker(slack("all", When.ALWAYS), slack("news", When.CHANGES));
    assertThat(worker.put(MESSAGE, OutboxWorker.News.NONE)).isEqualTo(1);
    assertThat(worker.put(MESSAGE, OutboxWorker.News.SOME)).isEqualTo(2);
  }

  @Test
  void aDeliveryThatIsNotConfiguredAnyMoreIsGivenUp() {
    worker(slack("chat", When.ALWAYS)).put(MESSAGE, OutboxWorker.News.SOME);
    assertThat(worker().deliverDue())
        .containsExactly("Cannot deliver chat: the configuration has no such delivery; given up");
  }

  private OutboxWorker worker(DeliverySection... sections) {
    return new OutboxWorker(ledger.outbox(), carriers, List.of(sections), ledger.clock());
  }

  private DeliverySection slack(String name, When when) {
    return new DeliverySection.ToSlack(name, when, Secret.of(server.address() + "/in"));
  }

  private void pass(Duration time) {
    ledger.setClock(ledger.clock().instant().plus(time));
  }
}
