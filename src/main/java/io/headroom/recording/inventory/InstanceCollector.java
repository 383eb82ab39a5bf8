package io.headroom.recording.inventory;

import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.recording.problem.LinePlace;
import io.headroom.recording.problem.ProblemLog;
import io.headroom.recording.problem.RecordingProblem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes machines as they come and keeps those that can be used. */
final class InstanceCollector {

  private final UnknownFields unknown = new UnknownFields();
  private final ProblemLog problems = new ProblemLog();
  private final Map<String, Instance> instances = new TreeMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private int count;

  UnknownFields unknown() {
    return unknown;
  }

  void add(JsonValue value) {
    count++;
    try {
      Instance instance = FieldReader.read(value, "", unknown, InstanceReader::read);
      if (instances.putIfAbsent(instance.id(), instance) != null) {
        problems.add(
            unusable(value, "another instance above has the same id; expected ids that differ"));
      }
    } catch (FieldFault fault) {
      leaveOut(
          value,
          place(value, fault.line())
              .invalid(fault.path(), fault.detail(), name(value) + " is left out"));
    } catch (IllegalArgumentException contradiction) {
      leaveOut(value, unusable(value, Excerpt.escaped(String.valueOf(contradiction.getMessage()))));
    }
  }

  Inventory inventory(Instant recordedUntil) {
    if (count == 0) {
      problems.add(
          RecordingProblem.ofFile(
              Inventory.FILE,
              "Cannot find a machine in "
                  + Inventory.FILE
                  + ": instances is empty; expected an entry for every machine"));
    }
    leftOut.removeAll(instances.keySet());
    return new Inventory(
        recordedUntil, List.copyOf(instances.values()), leftOut, problems, unknown.notices());
  }

  private void leaveOut(JsonValue value, RecordingProblem problem) {
    problems.add(problem);
    id(value).ifPresent(leftOut::add);
  }

  private RecordingProblem unusable(JsonValue value, String reason) {
    return place(value, value.line()).unusable(name(value), reason + "; it is left out");
  }

  private static LinePlace place(JsonValue value, int line) {
    return new LinePlace(Inventory.FILE, line, id(value));
  }

  private String name(JsonValue value) {
    return id(value).map(Excerpt::of).orElse("instance " + count + " of the list");
  }

  private static Optional<String> id(JsonValue value) {
    return value instanceof JsonValue.Fields fields
        ? Optional.ofNullable(fields.values().get("id")).flatMap(Shape.NAME.reader())
        : Optional.empty();
  }
}
