package io.headroom.executor.operation;

import io.headroom.model.resize.WorkerCounts;
import java.util.Optional;

/**
 * One change to a machine or its host.
 *
 * @param type the type it gets, or starts with; empty where none is meant
 * @param workers the counts it gets, if that is the change
 */
public record Action(Kind kind, String type, Optional<WorkerCounts> workers) {

  /** What is changed. */
  public enum Kind {
    /** The mark is put on. */
    MARK,
    /** Workers are set. */
    SET_WORKERS,
    /** The machine is told to stop. */
    STOP,
    /** It gets another type. */
    CHANGE_TYPE,
    /** It is told to start. */
    START,
    /** The mark is taken off. */
    UNMARK
  }

  /** Returns a change that needs no further word. */
  public static Action of(Kind kind) {
    return new Action(kind, "", Optional.empty());
  }

  /** Returns a change of type. */
  public static Action changeType(String type) {
    return new Action(Kind.CHANGE_TYPE, type, Optional.empty());
  }

  /** Returns a start with the type the machine has. */
  public static Action start(String type) {
    return new Action(Kind.START, type, Optional.empty());
  }

  /** Returns a change of workers. */
  public static Action setWorkers(WorkerCounts counts) {
    return new Action(Kind.SET_WORKERS, "", Optional.of(counts));
  }

  /** Returns the change for people: {@code CHANGE_TYPE m7i.large}. */
  @Override
  public String toString() {
    return kind
        + (type.isEmpty() ? "" : " " + type)
        + workers.map(counts -> " " + counts).orElse("");
  }
}
