package io.headroom.model.verdict;

/**
 * Something that stands in the way of a change.
 *
 * @param kind how sure it is
 * @param text what it is, in words
 */
public record Blocker(Kind kind, String text) {

  /** How sure a blocker is. */
  public enum Kind {
    /** The change must not be made, or not this way. */
    BLOCKS,
    /** The change costs something that must be accepted first. */
    ACCEPT_FIRST,
    /** Nobody has looked yet; it is checked before the change. */
    NOT_VERIFIED
  }

  /** Returns the text as shown: {@code not verified: boot mode}. */
  public String shown() {
    return kind == Kind.NOT_VERIFIED ? "not verified: " + text : text;
  }
}
