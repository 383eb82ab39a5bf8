package io.headroom.catalog.refresh;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what a person should know of types, by what it is. Not for several threads. */
public final class TypeNotices {

  /** A sentence names as many types as a person reads. */
  private static final int NAMED = 8;

  private final SortedMap<String, SortedSet<String>> types = new TreeMap<>();

  /**
   * Adds a type.
   *
   * @param what the end of a sentence that begins with types: {@code without price, because …}
   */
  public void add(String what, String type) {
    types.computeIfAbsent(what, key -> new TreeSet<>()).add(type);
  }

  /** Returns a sentence for each kind of notice, the types in it by name; none without notices. */
  public List<String> sentences() {
    return types.entrySet().stream()
        .map(entry -> named(entry.getValue()) + ": " + entry.getKey())
        .toList();
  }

  private static String named(SortedSet<String> types) {
    String first = String.join(", ", types.stream().limit(NAMED).toList());
    int more = types.size() - NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
