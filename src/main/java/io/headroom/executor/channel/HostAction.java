package io.headroom.executor.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that is ever run on a host. A word in braces is a {@link Slot}; a first word that
 * begins with {@code @} is a constant script that ships with the program and takes the other words
 * as its arguments.
 */
public enum HostAction {
  /** Prints which machine this is, one name of it a line. */
  IDENTIFY("@identify"),
  /** Prints a file with its mode, size and digest. */
  READ_FILE("@read-file", "{path}"),
  /** Replaces a file in one step by what it reads, if it still holds what was seen. */
  WRITE_FILE("@write-file", "{path}", "{mode}", "{bytes}", "{digest}"),
  /** Removes a file, if it still holds what was seen. */
  REMOVE_FILE("@remove-file", "{path}", "{digest}"),
  /** Prints the processes that can be workers, and what they hold. */
  PROCESSES("@processes"),
  /** Prints memory, pressure, connections, and failures of the last days. */
  PROBE("@probe", "{days}"),

  /** Prints the state of all programs. */
  SUPERVISOR_STATUS("supervisorctl", "-c", "{path}", "status"),
  /** Reads the configuration of programs again and prints what would change. */
  SUPERVISOR_REREAD("supervisorctl", "-c", "{path}", "reread"),
  /** Restarts a group if its configuration has changed. */
  SUPERVISOR_UPDATE("supervisorctl", "-c", "{path}", "update", "{name}"),
  /** Restarts a program. */
  SUPERVISOR_RESTART("supervisorctl", "-c", "{path}", "restart", "{name}"),

  /** Reads the units again. */
  UNITS_RELOAD("systemctl", "daemon-reload"),
  /** Prints the state of a unit. */
  UNIT_SHOW(
      "systemctl",
      "show",
      "--property=LoadState,ActiveState,SubState,MainPID,Environment,CanReload",
      "--",
      "{name}"),
  /** Restarts a unit. */
  UNIT_RESTART("systemctl", "restart", "--", "{name}"),
  /** Makes a unit read its configuration again. */
  UNIT_RELOAD("systemctl", "reload", "--", "{name}"),

  /** Writes the supervisor configuration of a bench anew. */
  BENCH_SETUP_SUPERVISOR("@in-bench", "{path}", "setup", "supervisor", "--yes"),
  /** Writes the systemd units of a bench anew. */
  BENCH_SETUP_SYSTEMD("@in-bench", "{path}", "setup", "systemd", "--yes"),

  /** Tells a gunicorn master to start one more worker. */
  GUNICORN_MORE("@signal-gunicorn", "TTIN", "{pid}"),
  /** Tells a gunicorn master to end one worker. */
  GUNICORN_FEWER("@signal-gunicorn", "TTOU", "{pid}"),
  /** Tells a gunicorn master to read its configuration again. */
  GUNICORN_RELOAD("@signal-gunicorn", "HUP", "{pid}"),

  /** Recreates the container of one service where its configuration has changed. */
  COMPOSE_UP(
      "docker",
      "compose",
      "--project-directory",
      "{path}",
      "up",
      "--detach",
      "--no-deps",
      "{name}"),
  /** Prints the process ids in the containers of one service. */
  COMPOSE_PROCESSES("docker", "compose", "--project-directory", "{path}", "top", "{name}"),

  /** Prints the size, the use and the limits of a database server. */
  MARIADB_READ("@mariadb-read", "{path}"),
  /** Sets the size of the buffer pool of a running server. */
  MARIADB_SET_POOL("@mariadb-set", "{path}", "innodb_buffer_pool_size", "{mebibytes}"),
  /** Sets the most connections of a running server. */
  MARIADB_SET_CONNECTIONS("@mariadb-set", "{path}", "max_connections", "{count}"),

  /** Prints what a Redis server uses and may use. */
  REDIS_MEMORY("redis-cli", "-p", "{port}", "info", "memory"),
  /** Sets how much memory a running Redis server may use. */
  REDIS_SET_MEMORY("redis-cli", "-p", "{port}", "config", "set", "maxmemory", "{mebibytes}mb"),
  /** Makes a Redis server write its settings into its file. */
  REDIS_PERSIST("redis-cli", "-p", "{port}", "config", "rewrite"),
  /** Prints the length of each queue and when its oldest job was put in. */
  QUEUE_AGES("@queue-ages", "{port}"),

  /** Asks a recipe installed on the host how many workers are configured and run. */
  SCRIPT_READ("@run-recipe", "{name}", "read"),
  /** Tells a recipe installed on the host how many web workers to run. */
  SCRIPT_SET_WEB("@run-recipe", "{name}", "web", "{count}"),
  /** Tells a recipe installed on the host how many background workers to run. */
  SCRIPT_SET_BACKGROUND("@run-recipe", "{name}", "background", "{count}");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  /** Made by List.of, which cannot be changed. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  HostAction(String... words) {
    this.words = List.of(words);
  }

  /** Returns the name used in messages and documents: {@code unit-restart}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the action of that name. */
  public static java.util.Optional<HostAction> ofId(String id) {
    return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
  }

  /** Returns the words as they are declared, for documents. */
  public List<String> declared() {
    return words;
  }

  /** Returns the slots in the order in which they are filled. */
  public List<Slot> slots() {
    return words.stream()
        .flatMap(word -> PLACEHOLDER.matcher(word).results())
        .map(found -> Slot.valueOf(found.group(1).toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Returns the program and its arguments with the slots filled, in the order of the slots. */
  List<String> filled(List<String> values) {
    List<String> result = new ArrayList<>();
    int next = 0;
    for (String word : words) {
      if (word.startsWith("@")) {
        result.addAll(List.of("/bin/sh", "-c", HostScripts.text(word.substring(1)), "headroom"));
        continue;
      }
      Matcher place = PLACEHOLDER.matcher(word);
      result.add(place.find() ? place.replaceFirst(values.get(next++)) : word);
    }
    return List.copyOf(result);
  }
}
