package io.headroom.executor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandTest {

  @Test
  void fillsTheSlotsInOrder() {
    HostCommand command =
        HostCommand.of(
            HostAction.SUPERVISOR_UPDATE, "/etc/supervisor/supervisord.conf", "bench-web");

    assertThat(command.words())
        .containsExactly(
            "supervisorctl", "-c", "/etc/supervisor/supervisord.conf", "update", "bench-web");
  }

  @Test
  void givesAConstantScriptItsArguments() {
    assertThat(HostCommand.of(HostAction.GUNICORN_MORE, "4711").words())
        .startsWith("/bin/sh", "-c")
        .endsWith("headroom", "TTIN", "4711");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "-rf",
        "--",
        "a;id",
        "a|id",
        "a&id",
        "$(id)",
        "`id`",
        "a\nb",
        "a\u0000b",
        "a'b",
        "a\"b",
        "a\\b",
        "a*",
        "a?",
        "{name}",
        "../x",
        "a/b",
        "a>b",
        "ü",
        "a\u2028b",
        "#",
        "~root",
        "$HOME"
      })
  void refusesHostileNames(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.UNIT_RESTART, value))
        .withMessageStartingWith("Invalid name: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.READ_FILE, value))
        .withMessageStartingWith("Invalid path: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.GUNICORN_MORE, value))
        .withMessageStartingWith("Invalid pid: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.UNITS_RELOAD).as(Optional.of(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "relative",
        "/a/../b",
        "/a/./b",
        "/..",
        "//a",
        "/a/",
        "/a b",
        "/-rf",
        "/a/-b",
        "/a;id",
        "/$(id)",
        "/a\n/b"
      })
  void refusesHostilePaths(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.READ_FILE, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "+1", "1.5", "1e3", "0x10", "٣", "100000", "9 9", "9;id"})
  void refusesWhatIsNoCount(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.SCRIPT_SET_WEB, "mine", value));
  }

  @Test
  void refusesTooFewValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.SUPERVISOR_UPDATE, "/etc/supervisord.conf"))
        .withMessage("Invalid command supervisor-update: 1 values; expected 2");
  }

  @Test
  void showsARefusedValueWithoutControlCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostCommand.of(HostAction.UNIT_RESTART, "a\u001b[31m\nb"))
        .withMessageContaining("a?[31m?b");
  }

  @ParameterizedTest
  @EnumSource(HostAction.class)
  void everyActionHasANameAndWords(HostAction action) {
    assertThat(HostAction.ofId(action.id())).contains(action);
    assertThat(action.filled(List.of("1", "2", "3", "4"))).isNotEmpty().doesNotContain("{");
  }
}
