package io.headroom.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an address that somebody wrote down may be asked, before anything is sent. A name
 * must be on the list before it is even looked up; all its addresses must be allowed; and the
 * connection is made to the address that was checked. Safe for use by several threads.
 */
public final class OutboundGuard {

  private static final Set<String> METADATA_NAMES =
      Set.of(
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "instance-data",
          "instance-data.ec2.internal",
          "metadata.tencentyun.com",
          "metadata.azure.internal");

  private static final String REMEDY = "; the server's outbound.allow lists what is";

  private final AllowList allowed;
  private final NameLookup lookup;

  /** Allows what {@code allowed} lists, names being looked up by {@code lookup}. */
  public OutboundGuard(AllowList allowed, NameLookup lookup) {
    this.allowed = allowed;
    this.lookup = lookup;
  }

  /**
   * Returns where to connect to for {@code url}. Messages name the host and never the path.
   *
   * @throws OutboundException of kind {@code REFUSED} if it may not be asked, of kind {@code
   *     UNAVAILABLE} if its name cannot be looked up
   */
  public Destination check(String url) {
    WebAddress web = WebAddress.parse(url);
    return new Destination(web.uri(), web.host(), place(web.host()), web.port());
  }

  /**
   * Returns where to connect to for a host and a port that are no web address, such as those of a
   * mail server.
   *
   * @throws OutboundException as {@link #check(String)} does
   */
  public InetAddress place(String host) {
    Optional<IPAddress> literal = literal(host);
    if (literal.isPresent()) {
      requireAllowed(host, literal.get(), Named.BY_ADDRESS);
      return literal.get().toInetAddress();
    }
    if (METADATA_NAMES.contains(host)) {
      throw refused(host, "it is the metadata service of a cloud");
    }
    if (!allowed.names(host)) {
      throw refused(host, "it is not allowed" + REMEDY);
    }
    List<InetAddress> places = addresses(host);
    for (InetAddress place : places) {
      requireAllowed(host, new IPAddressGenerator().from(place), Named.BY_NAME);
    }
    return places.get(0);
  }

  private enum Named {
    BY_NAME,
    BY_ADDRESS
  }

  private void requireAllowed(String host, IPAddress address, Named named) {
    IPAddress plain =
        address.isIPv6() && address.toIPv6().isIPv4Mapped()
            ? address.toIPv6().getEmbeddedIPv4Address()
            : address;
    String text = plain.toCanonicalString();
    if (SpecialNetworks.isMetadata(plain)) {
      throw refused(host, text + " is the metadata service of a cloud");
    }
    if (SpecialNetworks.isTranslated(plain)) {
      throw refused(host, text + " stands for an IPv4 address; write that instead");
    }
    if (allowed.covers(plain)) {
      return;
    }
    if (named == Named.BY_ADDRESS) {
      throw refused(host, "its address is in no network that is allowed" + REMEDY);
    }
    if (!SpecialNetworks.isPublic(plain)) {
      throw refused(
          host,
          text + " is not on the public internet, and in no network that is allowed" + REMEDY);
    }
  }

  private List<InetAddress> addresses(String host) {
    try {
      List<InetAddress> places = lookup.addresses(host);
      if (!places.isEmpty()) {
        return places;
      }
    } catch (UnknownHostException e) {
      // told below, as an empty answer is
    }
    throw new OutboundException(
        OutboundException.Kind.UNAVAILABLE,
        "Cannot reach " + host + ": its name has no address; check the name, or the resolver");
  }

  /**
   * Returns the address that {@code host} is, if it is one.
   *
   * @throws OutboundException if it is one that is not written in the usual way
   */
  private static Optional<IPAddress> literal(String host) {
    IPAddress address = new IPAddressString(host).getAddress();
    boolean isUsual =
        address != null
            && (address.isIPv6()
                ? host.indexOf(':') >= 0
                : address.toCanonicalString().equals(host));
    if (address == null && HostName.isOne(host)) {
      return Optional.empty();
    }
    if (!isUsual || address.isMultiple() || address.isPrefixed() || host.indexOf('%') >= 0) {
      throw refused(host, "it is neither a name nor an address in the usual notation");
    }
    return Optional.of(address);
  }

  private static OutboundException refused(String host, String reason) {
    return OutboundException.refused(
        "Cannot send to " + WebAddress.shortened(host) + ": " + reason);
  }
}
