package io.headroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The units for systemd start the command that there is, confined, and never catch up. */
class SystemdUnitsTest {

  private static final Path FOLDER = Path.of("packaging", "systemd");

  @Test
  void theTimerSkipsWhatWasMissed() throws IOException {
    Map<String, String> timer = unit("headroom.timer");
    assertThat(timer)
        .containsEntry("Timer.Persistent", "false")
        .containsKey("Timer.OnCalendar")
        .containsEntry("Install.WantedBy", "timers.target");
  }

  @Test
  void theServiceMakesOneRun() throws IOException {
    Map<String, String> service = unit("headroom.service");
    assertThat(service)
        .containsEntry("Service.Type", "oneshot")
        .containsEntry(
            "Service.ExecStart", "/opt/headroom/headroom run --config /etc/headroom/config.yaml")
        .containsEntry("Service.SuccessExitStatus", "2 4")
        .doesNotContainKey("Service.Restart");
  }

  @Test
  void theServiceIsConfined() throws IOException {
    Map<String, String> service = unit("headroom.service");
    for (String key :
        List.of("DynamicUser", "NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices")) {
      assertThat(service).as(key).containsEntry("Service." + key, "yes");
    }
    assertThat(service)
        .containsEntry("Service.ProtectSystem", "strict")
        .containsEntry("Service.CapabilityBoundingSet", "");
  }

  @Test
  void whatARunKeepsIsInTheFolderItMayWrite() throws IOException {
    Map<String, String> service = unit("headroom.service");
    // data of the program is in headroom below XDG_DATA_HOME, the state directory below /var/lib
    assertThat(service)
        .containsEntry("Service.StateDirectory", "headroom")
        .containsEntry("Service.Environment", "XDG_DATA_HOME=/var/lib");
  }

  /** Returns the values by section and key; a key twice, or a line that is neither, fails. */
  private static Map<String, String> unit(String name) throws IOException {
    Map<String, String> values = new TreeMap<>();
    String section = "";
    for (String line : Files.readAllLines(FOLDER.resolve(name))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
        continue;
      }
      int equals = line.indexOf('=');
      assertThat(equals).as(line).isPositive();
      String before =
          values.put(section + "." + line.substring(0, equals), line.substring(equals + 1));
      assertThat(before).as("twice: %s", line).isNull();
    }
    return values;
  }
}
