package io.headroom.cloud.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.cloud.aws.AwsAccount;
import io.headroom.cloud.aws.AwsClients;
import io.headroom.collector.Scope;
import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostChannelContract;
import io.headroom.executor.channel.HostCommand;
import io.headroom.model.machine.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real SDK against a service that runs the shipped document on this machine. */
class SsmChannelTest extends HostChannelContract {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private LoopbackSsm ssm;
  private HostChannel channel;

  @BeforeEach
  void start() throws IOException {
    ssm = LoopbackSsm.start();
    channel = channel("headroom-host");
  }

  private static HostChannel channel(String document) {
    AwsAccount account =
        new AwsAccount("own", Optional.empty(), Optional.empty(), List.of("eu-central-1"));
    return new SsmChannel(
        new AwsClients(List.of(account)),
        Scope.of(Provider.AWS, "own", "eu-central-1"),
        "i-0123456789abcdef0",
        document,
        Duration.ofMillis(50));
  }

  @AfterEach
  void stop() {
    channel.close();
    ssm.close();
  }

  @Override
  protected HostChannel channel() {
    return channel;
  }

  /** The service passes on 24,000 characters, and a file is packed twice into base64. */
  @Override
  protected int mostBytes() {
    return 12_000;
  }

  @Test
  void waitsForACommandThatIsNotKnownYet() {
    ssm.failGet(
        "InvocationDoesNotExist",
        "InvocationDoesNotExist",
        "Pending/Pending",
        "Delayed/Delayed",
        "InProgress/InProgress");

    assertThat(channel.run(HostCommand.of(HostAction.IDENTIFY), PATIENCE).isOk()).isTrue();
    assertThat(ssm.actions()).containsExactly("identify");
  }

  @Test
  void sendsAndAsksAgainWhereItIsThrottled() {
    ssm.failSend("ThrottlingException", "ThrottlingException");
    ssm.failGet("ThrottlingException");

    assertThat(channel.run(HostCommand.of(HostAction.IDENTIFY), PATIENCE).isOk()).isTrue();
    assertThat(ssm.actions()).containsExactly("identify");
  }

  @ParameterizedTest
  @CsvSource({
    "TimedOut/Delivery Timed Out, UNREACHABLE, the agent did not take it in time",
    "Failed/Undeliverable, UNREACHABLE, the agent did not take it in time",
    "TimedOut/Execution Timed Out, TIMED_OUT, what it did is unknown",
    "Cancelled/Cancelled, TIMED_OUT, somebody cancelled it",
    "AccessDeniedException, DENIED, allow ssm:GetCommandInvocation"
  })
  void saysHowACommandEnded(String state, ChannelFailure failure, String words) {
    ssm.failGet(state);

    assertThatThrownBy(() -> channel.run(HostCommand.of(HostAction.IDENTIFY), PATIENCE))
        .isInstanceOfSatisfying(
            ChannelException.class, e -> assertThat(e.failure()).isEqualTo(failure))
        .hasMessageContaining(words);
  }

  @Test
  void saysWhenTheAgentIsNotOnline() {
    ssm.failSend("InvalidInstanceId");

    assertThatThrownBy(() -> channel.run(HostCommand.of(HostAction.IDENTIFY), PATIENCE))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> assertThat(e.failure()).isEqualTo(ChannelFailure.UNREACHABLE))
        .hasMessageContaining("the agent of i-0123456789abcdef0 is not online");
  }

  @Test
  void saysWhenTheDocumentIsMissing() {
    try (HostChannel other = channel("nobody-s")) {
      assertThatThrownBy(() -> other.run(HostCommand.of(HostAction.IDENTIFY), PATIENCE))
          .isInstanceOf(ChannelException.class)
          .hasMessageContaining("install the document nobody-s");
    }
  }
}
