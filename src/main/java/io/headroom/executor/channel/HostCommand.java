package io.headroom.executor.channel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * An action with its slots filled.
 *
 * @param action what to do
 * @param values what fills its slots, in order
 * @param user account of the host that does it; absent means root
 * @param input what it reads; empty for nothing
 */
public record HostCommand(
    HostAction action, List<String> values, Optional<String> user, ByteBuffer input) {

  /**
   * Checks every value against the form of its slot.
   *
   * @throws IllegalArgumentException if there are more or fewer values than slots, or one has
   *     another form
   */
  public HostCommand {
    List<Slot> slots = action.slots();
    if (slots.size() != values.size()) {
      throw new IllegalArgumentException(
          "Invalid command "
              + action.id()
              + ": "
              + values.size()
              + " values; expected "
              + slots.size());
    }
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).checked(values.get(i));
    }
    user.ifPresent(Slot.USER::checked);
    values = List.copyOf(values);
    input = input.asReadOnlyBuffer();
  }

  /** Returns a command that root runs and that reads nothing. */
  public static HostCommand of(HostAction action, String... values) {
    return new HostCommand(action, List.of(values), Optional.empty(), ByteBuffer.allocate(0));
  }

  /** Returns this command run by {@code account}. */
  public HostCommand as(Optional<String> account) {
    return new HostCommand(action, values, account, input);
  }

  /** Returns this command reading {@code bytes}. */
  public HostCommand reading(ByteBuffer bytes) {
    return new HostCommand(action, values, user, bytes);
  }

  /** Returns the program and its arguments, exactly as the host is to see them. */
  public List<String> words() {
    return action.filled(values);
  }

  /** Returns the command for people: {@code unit-restart gunicorn.service}. */
  @Override
  public String toString() {
    return values.isEmpty() ? action.id() : action.id() + " " + String.join(" ", values);
  }
}
