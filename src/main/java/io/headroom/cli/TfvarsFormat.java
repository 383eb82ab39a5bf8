package io.headroom.cli;

/** What {@code tfvars} prints. */
enum TfvarsFormat {
  /** What changes, for people. */
  TABLE,
  /** What changes in the file, for {@code patch}. */
  DIFF,
  /** The document. */
  JSON,
  /** What changes, for a comment on a pull request. */
  MD
}
