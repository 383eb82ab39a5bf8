package io.headroom.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;

/**
 * Networks that are not the public internet. Source: IANA's registries of special-purpose addresses
 * for IPv4 and IPv6, 2025-10; the clouds' pages on their metadata services.
 */
final class SpecialNetworks {

  /** Where clouds hand out credentials to whoever asks from inside a machine. */
  private static final List<IPAddress> METADATA =
      networks(
          "169.254.169.254", // EC2, GCE, Azure, Oracle, DigitalOcean
          "169.254.169.253", // EC2's resolver
          "169.254.170.2", // ECS
          "169.254.170.23", // EKS
          "168.63.129.16", // Azure's wire server
          "100.100.100.200", // Alibaba
          "192.0.0.192", // Oracle
          "fd00:ec2::23",
          "fd00:ec2::253",
          "fd00:ec2::254",
          "fd20:ce::254"); // GCE

  /** Prefixes under which an IPv4 address is written as one of IPv6. */
  private static final List<IPAddress> TRANSLATED =
      networks(
          "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16", "::ffff:0:0:0/96");

  private static final List<IPAddress> NOT_PUBLIC_IPV4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final List<IPAddress> NOT_PUBLIC_IPV6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private static final IPAddress GLOBAL_IPV6 = network("2000::/3");

  private SpecialNetworks() {}

  /** Whether a cloud hands out credentials there. */
  static boolean isMetadata(IPAddress address) {
    return contains(METADATA, address);
  }

  /**
   * Whether it is an IPv4 address in the clothes of IPv6. The address of the machine itself is not.
   */
  static boolean isTranslated(IPAddress address) {
    return address.isIPv6() && !address.isLoopback() && contains(TRANSLATED, address);
  }

  /** Whether anybody on the internet can have it. */
  static boolean isPublic(IPAddress address) {
    return address.isIPv4()
        ? !contains(NOT_PUBLIC_IPV4, address)
        : GLOBAL_IPV6.contains(address) && !contains(NOT_PUBLIC_IPV6, address);
  }

  /** Returns the network of {@code text}, a single address included; nothing if it is none. */
  static Optional<IPAddress> find(String text) {
    return Optional.ofNullable(new IPAddressString(text).getAddress())
        .map(IPAddress::toPrefixBlock);
  }

  private static boolean contains(List<IPAddress> networks, IPAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<IPAddress> networks(String... texts) {
    return List.of(texts).stream().map(SpecialNetworks::network).toList();
  }

  private static IPAddress network(String text) {
    return find(text).orElseThrow();
  }
}
