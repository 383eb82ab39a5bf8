package io.headroom.oracle;

/**
 * Whether demand was cut off.
 *
 * @param strength 0 not, 1 at least what was observed, 2 on any size, 3 asks for twice the capacity
 * @param capacity what cut it off; 0 if nothing did
 */
record Cut(int strength, double capacity) {

  static final Cut NONE = new Cut(0, 0);

  boolean isCensored() {
    return strength > 0;
  }

  boolean isElastic() {
    return strength == 2;
  }

  boolean grows() {
    return strength == 3;
  }
}
