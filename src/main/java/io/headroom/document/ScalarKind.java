package io.headroom.document;

/** What a single value of a document is. */
public enum ScalarKind {
  /** Text: in quotes, or not to be mistaken for anything else. */
  TEXT,
  /** A decimal number as JSON writes it. */
  NUMBER,
  /** {@code true} or {@code false}. */
  TRUTH,
  /** {@code null}, {@code ~} or nothing at all. */
  NOTHING
}
