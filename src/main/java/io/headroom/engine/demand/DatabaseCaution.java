package io.headroom.engine.demand;

import io.headroom.model.machine.Instance;
import io.headroom.model.machine.MemoryMeasure;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Databases need more memory than any "used" shows: shared buffers that an agent leaves out, and
 * the page cache that some live on. Their memory is not made smaller on such a number.
 */
final class DatabaseCaution {

  /** Services that keep their data in the page cache, so that "used" says little of their need. */
  private static final Set<String> PAGE_CACHED =
      Set.of(
          "postgres",
          "postgresql",
          "pgsql",
          "mongo",
          "mongod",
          "mongodb",
          "elasticsearch",
          "opensearch",
          "kafka",
          "cassandra",
          "clickhouse",
          "prometheus",
          "influxdb",
          "solr");

  /** Further words by which a database is known. */
  private static final Set<String> DATABASES =
      Set.of(
          "db",
          "database",
          "databases",
          "mysql",
          "mysqld",
          "mariadb",
          "sql",
          "mssql",
          "sqlserver",
          "oracle",
          "redis",
          "memcached",
          "valkey",
          "pg",
          "rds");

  private static final Pattern WORDS = Pattern.compile("[^a-z]+");

  private DatabaseCaution() {}

  /** Returns why the memory of this machine must not be reduced, or nothing if it may be. */
  static Optional<String> refusal(Instance instance) {
    Optional<String> cached = words(instance).filter(PAGE_CACHED::contains).findFirst();
    if (cached.isPresent()) {
      return Optional.of(
          cached.get() + " lives on page cache, and there is no cache-hit or disk-read metric");
    }
    boolean complete =
        instance.memoryMeasure().filter(measure -> measure != MemoryMeasure.AGENT_USED).isPresent();
    return complete
        ? Optional.empty()
        : words(instance)
            .filter(DATABASES::contains)
            .findFirst()
            .map(word -> "a database (" + word + "), and \"used\" may exclude shared memory");
  }

  private static Stream<String> words(Instance instance) {
    return Stream.of(
            instance.host().services().stream(),
            instance.tags().values().stream(),
            Stream.of(instance.name()))
        .flatMap(texts -> texts)
        .flatMap(text -> WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)));
  }
}
