package io.headroom.collector;

/** Finds out who asks and what they may read. Safe for use by several threads at once. */
public interface AccessCheck {

  /**
   * Tries every call that reading needs once, in its cheapest form. What fails is part of the
   * report; nothing is thrown for it.
   */
  AccessReport check(Scope scope);
}
