package io.headroom.store;

import io.headroom.ledger.problem.LedgerException;
import io.headroom.store.sql.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a store is.
 *
 * @param jdbcUrl address for the driver, without user and password
 * @param shown the address as people may see it
 * @param user who to connect as; absent to leave it to the driver
 * @param secret password; absent if there is none
 * @param file the file without its ending, if it is an embedded database
 */
public record StoreAddress(
    Dialect dialect,
    String jdbcUrl,
    String shown,
    Optional<String> user,
    Optional<String> secret,
    Optional<Path> file) {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+]+:.*");
  private static final String ENDING = ".mv.db";
  private static final String EMBEDDED_USER = "headroom";

  /**
   * Reads an address: {@code postgresql://host/database}, {@code jdbc:postgresql://…}, or the path
   * of a file.
   *
   * @param user who to connect as, if the address does not say it
   * @param secret password, if the address does not say it
   * @throws LedgerException if it is none of these
   */
  public static StoreAddress parse(String text, Optional<String> user, Optional<String> secret) {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    if (plain.startsWith("postgresql://") || plain.startsWith("postgres://")) {
      return postgres(plain, user, secret);
    }
    if (text.isBlank() || SCHEME.matcher(text).matches()) {
      throw new LedgerException(
          "Invalid store: "
              + (text.isBlank() ? "it is empty" : text.substring(0, text.indexOf(':') + 1) + "…")
              + "; expected a file, or postgresql://host:port/database");
    }
    return embedded(Path.of(text));
  }

  private static StoreAddress postgres(
      String text, Optional<String> user, Optional<String> secret) {
    URI address = uri(text);
    String host =
        address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    String place = host + address.getPath();
    String query = Optional.ofNullable(address.getRawQuery()).map(rest -> "?" + rest).orElse("");
    Optional<String> info = Optional.ofNullable(address.getUserInfo());
    Optional<String> named =
        info.map(one -> one.contains(":") ? one.substring(0, one.indexOf(':')) : one);
    Optional<String> said =
        info.filter(one -> one.contains(":")).map(one -> one.substring(one.indexOf(':') + 1));
    return new StoreAddress(
        Dialect.POSTGRESQL,
        "jdbc:postgresql://" + place + query,
        "postgresql://" + place,
        named.or(() -> user),
        said.or(() -> secret),
        Optional.empty());
  }

  private static URI uri(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null
          && address.getPath() != null
          && address.getPath().length() > 1) {
        return address;
      }
    } catch (URISyntaxException e) {
      // the message of the JDK repeats the text, which may hold a password
    }
    throw new LedgerException("Invalid store: expected postgresql://host:port/database");
  }

  /** One process at a time has the file open, which needs no port that others could reach. */
  private static StoreAddress embedded(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    String name = absolute.toString();
    Path file =
        name.endsWith(ENDING)
            ? Path.of(name.substring(0, name.length() - ENDING.length()))
            : absolute;
    return new StoreAddress(
        Dialect.H2,
        "jdbc:h2:file:" + file + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE",
        file + ENDING,
        Optional.of(EMBEDDED_USER),
        Optional.of(""),
        Optional.of(file));
  }

  /** Says where it is, never with which password. */
  @Override
  public String toString() {
    return shown;
  }
}
