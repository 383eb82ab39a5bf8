package io.headroom.host.probe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.executor.channel.ChannelException;
import io.headroom.executor.channel.ChannelFailure;
import io.headroom.host.channel.Login;
import io.headroom.host.local.LocalChannel;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final String THIS = "i-0123456789abcdef0";
  private static final String OTHER = "i-0fedcba9876543210";

  private final LocalChannel channel = new LocalChannel(new Login("root"));

  @Test
  void refusesAHostThatIsAnotherMachine() {
    assertThatThrownBy(() -> new Identity(List.of(OTHER, "erp-1")).require(THIS, channel))
        .isInstanceOfSatisfying(
            ChannelException.class,
            e -> Assertions.assertThat(e.failure()).isEqualTo(ChannelFailure.WRONG_HOST))
        .hasMessageContaining("the host that answers is " + OTHER);
  }

  @Test
  void takesTheMachineItself() {
    assertThatCode(() -> new Identity(List.of(THIS, "erp-1")).require(THIS, channel))
        .doesNotThrowAnyException();
  }

  @Test
  void takesAHostThatKnowsNoIdAtItsHostKey() {
    assertThatCode(() -> new Identity(List.of("erp-1")).require(THIS, channel))
        .doesNotThrowAnyException();
    assertThatCode(() -> new Identity(List.of(OTHER)).require("erp-1", channel))
        .doesNotThrowAnyException();
  }
}
