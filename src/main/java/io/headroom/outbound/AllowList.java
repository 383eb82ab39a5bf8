package io.headroom.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the server lets requests go. A name allows a host at public addresses; a network allows
 * addresses as such, and hosts that are allowed by name and have addresses in it. An empty list
 * allows nothing.
 */
public final class AllowList {

  /** Nothing is allowed. */
  public static final AllowList NOTHING = new AllowList(new TreeSet<>(), List.of());

  /** What an entry may be, in words that follow "expected". */
  public static final String EXPECTED =
      "a host such as hooks.example.com, *.example.com for the hosts below it, or a network such as"
          + " 10.2.0.0/16";

  private static final String ANY_BELOW = "*.";

  private final SortedSet<String> hosts;
  private final List<IPAddress> networks;

  private AllowList(SortedSet<String> hosts, List<IPAddress> networks) {
    this.hosts = hosts;
    this.networks = networks;
  }

  /**
   * Returns the list of some entries.
   *
   * @throws IllegalArgumentException if one is neither a host nor a network; the message says what
   *     is accepted
   */
  public static AllowList of(List<String> entries) {
    SortedSet<String> hosts = new TreeSet<>();
    List<IPAddress> networks = new ArrayList<>();
    for (String entry : entries) {
      IPAddressString address = new IPAddressString(entry, PLAIN_NETWORK);
      if (address.isIPAddress() && address.getAddress() != null) {
        networks.add(address.getAddress().toPrefixBlock());
      } else {
        hosts.add(host(entry));
      }
    }
    return new AllowList(hosts, networks);
  }

  /** Networks are written in full: no wildcards, no octal or hexadecimal parts. */
  private static final IPAddressStringParameters PLAIN_NETWORK =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .allowPrefixOnly(false)
          .allowMask(false)
          .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .toParams();

  private static String host(String entry) {
    String host = entry.toLowerCase(Locale.ROOT);
    boolean many = host.startsWith(ANY_BELOW);
    String name = many ? host.substring(ANY_BELOW.length()) : host;
    if (!HostName.isOne(name) || (many && name.indexOf('.') < 0)) {
      throw new IllegalArgumentException("Invalid entry: " + entry + "; expected " + EXPECTED);
    }
    return host;
  }

  /** Whether the host of that name, in lower case, is allowed. */
  boolean names(String host) {
    return hosts.contains(host)
        || hosts.stream()
            .anyMatch(entry -> entry.startsWith(ANY_BELOW) && host.endsWith(entry.substring(1)));
  }

  /** Whether a network of the list has that address. */
  boolean covers(IPAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
