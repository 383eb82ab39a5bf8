package io.headroom.executor.operation;

import java.util.Arrays;
import java.util.Optional;

/** How far an operation is. The order is that of a resize that goes well. */
public enum Phase {
  /** Everything is checked that can be known before a stop; the machine is marked. */
  PREPARING("preparing"),
  /** The workers are brought down to what fits both types. */
  SHRINKING("shrinking"),
  /** Stop, change, start. Once the stop was asked for it only ends with a running machine. */
  SWITCHING("switching"),
  /** It runs; the cloud's checks and the application must agree. */
  VERIFYING("verifying"),
  /** The workers are brought to what the type carries. */
  GROWING("growing"),
  /** It is well, and is watched for a while. */
  BAKING("baking"),
  /** The mark is taken off. */
  CLOSING("closing"),
  /** Nothing is left to do. */
  ENDED("ended");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  /** Returns the name used in the journal and in documents. */
  public String id() {
    return id;
  }

  /** Returns the constant of that name; nothing for a name of a newer version. */
  public static Optional<Phase> ofId(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }
}
