package io.headroom.cloud.aws.ssm;

import io.headroom.cloud.aws.AwsClients;
import io.headroom.cloud.aws.AwsErrors;
import io.headroom.collector.Scope;
import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.executor.channel.CommandResult;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.executor.channel.Slot;
import io.headroom.model.cloud.CloudException;
import io.headroom.model.cloud.FailureKind;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CommandInvocationStatus;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InvocationDoesNotExistException;

/**
 * Runs commands on an EC2 instance by Run Command, through Headroom's own document. The instance is
 * addressed by its id, so that no other one can answer. Source of the states: {@code
 * GetCommandInvocation} of the API reference.
 */
public final class SsmChannel implements HostChannel {

  /** Least that the API accepts. */
  private static final int DELIVERY_SECONDS = 30;

  private static final Duration MARGIN = Duration.ofSeconds(DELIVERY_SECONDS + 15L);

  /** Exit codes of {@code timeout}: the command was ended, or had to be killed. */
  private static final int ENDED = 124;

  private static final int KILLED = 137;

  private final AwsClients clients;
  private final Scope scope;
  private final String instance;
  private final String document;
  private final Duration tick;

  /** Takes clients, which are closed with the channel; asks every second. */
  public SsmChannel(AwsClients clients, Scope scope, String instance, String document) {
    this(clients, scope, instance, document, Duration.ofSeconds(1));
  }

  SsmChannel(AwsClients clients, Scope scope, String instance, String document, Duration tick) {
    this.clients = clients;
    this.scope = scope;
    this.instance = instance;
    this.document = document;
    this.tick = tick;
  }

  @Override
  public String name() {
    return "ssm " + instance;
  }

  @Override
  public CommandResult run(HostCommand command, Duration timeout) {
    SsmClient ssm = clients.ssm(scope);
    try {
      String id = AwsErrors.calling(scope, "SendCommand", () -> sent(ssm, command, timeout));
      return result(command, awaited(ssm, id, command, timeout));
    } catch (CloudException e) {
      throw failure(command, e);
    }
  }

  private String sent(SsmClient ssm, HostCommand command, Duration timeout) {
    return ssm.sendCommand(
            request ->
                request
                    .documentName(document)
                    .instanceIds(instance)
                    .timeoutSeconds(DELIVERY_SECONDS)
                    .comment("headroom " + command.action().id())
                    .parameters(parameters(command, timeout)))
        .command()
        .commandId();
  }

  private static Map<String, List<String>> parameters(HostCommand command, Duration timeout) {
    Map<String, List<String>> parameters = new HashMap<>();
    parameters.put("action", List.of(command.action().id()));
    List<Slot> slots = command.action().slots();
    for (int i = 0; i < slots.size(); i++) {
      parameters.put(SsmDocument.name(slots.get(i)), List.of(command.values().get(i)));
    }
    command.user().ifPresent(user -> parameters.put(SsmDocument.ACCOUNT, List.of(user)));
    if (command.input().hasRemaining()) {
      byte[] bytes = new byte[command.input().remaining()];
      command.input().duplicate().get(bytes);
      parameters.put(SsmDocument.CONTENT, List.of(Base64.getEncoder().encodeToString(bytes)));
    }
    parameters.put(SsmDocument.SECONDS, List.of(Long.toString(Math.max(1, timeout.toSeconds()))));
    return parameters;
  }

  private GetCommandInvocationResponse awaited(
      SsmClient ssm, String id, HostCommand command, Duration timeout) {
    long end = System.nanoTime() + timeout.plus(MARGIN).toNanos();
    while (true) {
      Optional<GetCommandInvocationResponse> seen = seen(ssm, id);
      if (seen.filter(one -> isEnded(one.status())).isPresent()) {
        return seen.get();
      }
      if (System.nanoTime() - end > 0) {
        throw timedOut(command, "no end after " + timeout.toSeconds() + " s");
      }
      LockSupport.parkNanos(tick.toNanos());
    }
  }

  /** A command that was just sent may not be known yet where it is asked for. */
  private Optional<GetCommandInvocationResponse> seen(SsmClient ssm, String id) {
    try {
      return Optional.of(
          ssm.getCommandInvocation(request -> request.commandId(id).instanceId(instance)));
    } catch (InvocationDoesNotExistException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw AwsErrors.of(scope, "GetCommandInvocation", e);
    }
  }

  private static boolean isEnded(CommandInvocationStatus status) {
    return switch (status) {
      case SUCCESS, FAILED, TIMED_OUT, CANCELLED -> true;
      case PENDING, IN_PROGRESS, DELAYED, CANCELLING, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  private CommandResult result(HostCommand command, GetCommandInvocationResponse ended) {
    String details = Optional.ofNullable(ended.statusDetails()).orElse("").replace(" ", "");
    int code = Optional.ofNullable(ended.responseCode()).orElse(-1);
    if (ended.status() == CommandInvocationStatus.CANCELLED) {
      throw timedOut(command, "somebody cancelled it");
    }
    if (details.equals("DeliveryTimedOut") || details.equals("Undeliverable")) {
      throw new ChannelException(
          ChannelFailure.UNREACHABLE,
          "Cannot run " + command + " over " + name() + ": the agent did not take it in time");
    }
    if (ended.status() == CommandInvocationStatus.TIMED_OUT || code == ENDED || code == KILLED) {
      throw timedOut(command, "it took too long");
    }
    String out =
        PackedOutput.text(Optional.ofNullable(ended.standardOutputContent()).orElse(""))
            .orElseThrow(
                () ->
                    new ChannelException(
                        ChannelFailure.TOO_MUCH_OUTPUT,
                        "Cannot run "
                            + command
                            + " over "
                            + name()
                            + ": what it prints did not come over whole; compare the document "
                            + document
                            + " with the shipped one"));
    return new CommandResult(
        code, out, Optional.ofNullable(ended.standardErrorContent()).orElse(""));
  }

  private ChannelException timedOut(HostCommand command, String reason) {
    return new ChannelException(
        ChannelFailure.TIMED_OUT,
        "Cannot run "
            + command
            + " over "
            + name()
            + ": "
            + reason
            + "; what it did is unknown until the host is read again");
  }

  private ChannelException failure(HostCommand command, CloudException cause) {
    String code = cause.code();
    ChannelFailure failure =
        cause.kind().isPassing() || code.equals("InvalidInstanceId")
            ? ChannelFailure.UNREACHABLE
            : cause.kind().endsScope() ? ChannelFailure.DENIED : ChannelFailure.UNEXPECTED;
    String remedy =
        code.equals("InvalidInstanceId")
            ? "; the agent of " + instance + " is not online, or its role lacks Systems Manager"
            : code.equals("InvalidDocument") ? "; install the document " + document : "";
    return new ChannelException(
        cause.kind() == FailureKind.TIMED_OUT ? ChannelFailure.TIMED_OUT : failure,
        "Cannot run " + command + " over " + name() + ": " + cause.getMessage() + remedy,
        cause);
  }

  @Override
  public void close() {
    clients.close();
  }
}
