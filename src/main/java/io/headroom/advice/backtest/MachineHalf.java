package io.headroom.advice.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which machines take part. What is chosen on one half of the machines can be judged on the other;
 * a machine's half follows from its id alone, so it is the same in every run.
 */
public enum MachineHalf {
  /** All of them. */
  BOTH,
  /** Those whose id has an even SHA-256. */
  FIRST,
  /** Those whose id has an odd SHA-256. */
  SECOND;

  /** Whether the machine of that id takes part. */
  public boolean has(String id) {
    return this == BOTH || (isEven(id) ? this == FIRST : this == SECOND);
  }

  private static boolean isEven(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return (digest[digest.length - 1] & 1) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
