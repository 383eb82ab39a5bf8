package io.headroom.collector;

import java.util.Comparator;

/**
 * Something a provider must allow, so that a call can be made.
 *
 * @param action the provider's name of it: {@code ec2:DescribeInstances}, {@code
 *     compute.instances.list}
 * @param need what fails without it
 * @param purpose what the call tells, in a few words for people
 */
public record Permission(String action, Need need, String purpose)
    implements Comparable<Permission> {

  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::need)
          .thenComparing(Permission::action)
          .thenComparing(Permission::purpose);

  /** Which part of the program makes the call. */
  public enum Need {
    /** Collecting machines and what they use. */
    COLLECT,
    /** Refreshing types and prices. */
    CATALOG
  }

  /** Returns a permission without which collecting loses something. */
  public static Permission toCollect(String action, String purpose) {
    return new Permission(action, Need.COLLECT, purpose);
  }

  /** Returns a permission that only refreshing the catalog needs. */
  public static Permission toRefresh(String action, String purpose) {
    return new Permission(action, Need.CATALOG, purpose);
  }

  @Override
  public int compareTo(Permission other) {
    return ORDER.compare(this, other);
  }
}
