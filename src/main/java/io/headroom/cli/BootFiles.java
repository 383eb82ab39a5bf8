package io.headroom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The step that sets worker counts when a machine starts, in the forms in which it is installed.
 */
final class BootFiles {

  private static final String SCRIPT_PATH = "/usr/local/sbin/headroom-boot";
  private static final String UNIT_PATH = "/etc/systemd/system/headroom-boot.service";
  private static final String SETTINGS_PATH = "/etc/headroom/boot.conf";

  /** How it is installed. */
  enum Form {
    /** The script alone. */
    SCRIPT,
    /** The unit of systemd alone. */
    UNIT,
    /** User data for cloud-init, which EC2 and GCE images know. */
    CLOUD_INIT,
    /** A startup script of GCE, run at every boot. */
    STARTUP_SCRIPT;

    /** Returns the name used on the command line. */
    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final SortedMap<String, String> settings;

  BootFiles(SortedMap<String, String> settings) {
    this.settings = settings;
  }

  /** Returns the text of a form, ending with a newline. */
  String text(Form form) {
    return switch (form) {
      case SCRIPT -> resource("headroom-boot.sh");
      case UNIT -> resource("headroom-boot.service");
      case CLOUD_INIT -> cloudInit();
      case STARTUP_SCRIPT -> startupScript();
    };
  }

  private String conf() {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private String cloudInit() {
    return "#cloud-config\nwrite_files:\n"
        + file(SETTINGS_PATH, "0644", conf())
        + file(SCRIPT_PATH, "0755", resource("headroom-boot.sh"))
        + file(UNIT_PATH, "0644", resource("headroom-boot.service"))
        + "runcmd:\n"
        + "  - [systemctl, daemon-reload]\n"
        + "  - [systemctl, enable, --now, headroom-boot.service]\n";
  }

  private static String file(String path, String mode, String content) {
    return "  - path: "
        + path
        + "\n    permissions: \""
        + mode
        + "\"\n    content: |\n"
        + content
            .lines()
            .map(line -> line.isEmpty() ? "" : "      " + line)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * It runs after systemd has begun to start services: what it sets is made to run by a restart.
   */
  private String startupScript() {
    return "#!/bin/sh\nset -eu\nmkdir -p /etc/headroom\n"
        + written(SETTINGS_PATH, conf())
        + written(SCRIPT_PATH, resource("headroom-boot.sh"))
        + written(UNIT_PATH, resource("headroom-boot.service"))
        + "chmod 0755 "
        + SCRIPT_PATH
        + "\nsystemctl daemon-reload\nsystemctl enable --now headroom-boot.service\n";
  }

  private static String written(String path, String content) {
    return "cat >" + path + " <<'END_OF_FILE'\n" + content + "END_OF_FILE\n";
  }

  /** Returns a file that ships with the program. */
  private static String resource(String name) {
    try (InputStream in = BootFiles.class.getResourceAsStream("/host/" + name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a setting.
   *
   * @throws IllegalArgumentException if it is none that the script reads
   */
  static Map.Entry<String, String> setting(String text) {
    if (!text.matches(
        "(RECIPE|UNIT|FILE|VARIABLE|BENCH|BENCH_USER|WORKER_MIB|RESERVE_MIB|MINIMUM|MAXIMUM)"
            + "=[A-Za-z0-9@:._/+-]+")) {
      throw new IllegalArgumentException(text);
    }
    int equals = text.indexOf('=');
    return Map.entry(text.substring(0, equals), text.substring(equals + 1));
  }
}
