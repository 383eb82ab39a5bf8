package io.headroom.host.recipe;

import io.headroom.executor.channel.HostAction;
import io.headroom.executor.channel.HostChannel;
import io.headroom.executor.channel.HostCommand;
import io.headroom.host.service.Commands;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A recipe that somebody installed on the host as a script that only root can write, in {@code
 * /etc/headroom/recipes.d}. It is called with {@code read}, {@code web N} or {@code background N}
 * and gets nothing but numbers; {@code read} prints {@code web=N} and {@code background=N} for what
 * runs, and the same with {@code configured-} before it for what is configured.
 *
 * @param name name of the script
 */
public record ScriptRecipe(String name) implements HostRecipe {

  @Override
  public String id() {
    return "script";
  }

  @Override
  public Set<HostSetting> settings() {
    return Set.of(HostSetting.WEB_WORKERS, HostSetting.BACKGROUND_WORKERS);
  }

  /** What the script writes is the script's to put back. */
  @Override
  public List<ChangedFile> files() {
    return List.of();
  }

  @Override
  public HostSettings configured(HostChannel channel) {
    return read(channel, "configured-");
  }

  @Override
  public HostSettings running(HostChannel channel) {
    return read(channel, "");
  }

  private HostSettings read(HostChannel channel, String prefix) {
    List<String> lines =
        Commands.run(channel, HostCommand.of(HostAction.SCRIPT_READ, name)).lines().toList();
    return HostSettings.NONE
        .with(HostSetting.WEB_WORKERS, number(lines, prefix + "web="))
        .with(HostSetting.BACKGROUND_WORKERS, number(lines, prefix + "background="));
  }

  private static OptionalInt number(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .filter(value -> value.matches("[0-9]{1,3}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  @Override
  public void write(HostChannel channel, HostSettings wanted) {
    wanted
        .get(HostSetting.WEB_WORKERS)
        .ifPresent(count -> set(channel, HostAction.SCRIPT_SET_WEB, count));
    wanted
        .get(HostSetting.BACKGROUND_WORKERS)
        .ifPresent(count -> set(channel, HostAction.SCRIPT_SET_BACKGROUND, count));
  }

  private void set(HostChannel channel, HostAction action, int count) {
    Commands.run(channel, HostCommand.of(action, name, Integer.toString(count)));
  }

  @Override
  public void reload(HostChannel channel, HostSettings wanted) {
    // the script has done it
  }
}
