package io.headroom.collector.run;

import io.headroom.collector.CollectionProblem;
import io.headroom.collector.Scope;
import io.headroom.collector.SeriesQuery;
import io.headroom.model.cloud.CloudException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Notes what could not be read: by machine, or once for a scope in which nothing can. Several
 * threads note at once.
 */
final class MissingSamples {

  /** What a machine misses for one reason. */
  private record Key(Scope scope, String instanceId) {}

  private record Missing(CloudException why, Set<String> metrics) {}

  private final Map<Scope, CloudException> ended = new ConcurrentHashMap<>();
  private final Map<Scope, Set<String>> without = new ConcurrentHashMap<>();
  private final Map<Key, Missing> byMachine = new ConcurrentHashMap<>();

  /** Notes that a query was not answered. */
  void add(Scope scope, SeriesQuery query, CloudException why) {
    if (why.kind().endsScope()) {
      ended.putIfAbsent(scope, why);
      skip(scope, query);
      return;
    }
    byMachine.compute(
        new Key(scope, query.machine().id()),
        (key, before) -> {
          Set<String> metrics = new TreeSet<>();
          Optional.ofNullable(before).ifPresent(one -> metrics.addAll(one.metrics()));
          metrics.add(query.metric().id());
          return new Missing(Optional.ofNullable(before).map(Missing::why).orElse(why), metrics);
        });
  }

  /** Notes a query that is not made because nothing can be read in its scope. */
  void skip(Scope scope, SeriesQuery query) {
    without.computeIfAbsent(scope, key -> ConcurrentHashMap.newKeySet()).add(query.machine().id());
  }

  /** Whether nothing can be read in a scope any more. */
  boolean isEnded(Scope scope) {
    return ended.containsKey(scope);
  }

  /** Returns what there is to say, in order. */
  List<CollectionProblem> problems() {
    List<CollectionProblem> problems = new ArrayList<>();
    new TreeMap<>(ended)
        .forEach(
            (scope, why) ->
                problems.add(
                    new CollectionProblem(
                        scope,
                        why.kind(),
                        Optional.empty(),
                        why.getMessage()
                            + "; machines without new samples: "
                            + without.getOrDefault(scope, new HashSet<>()).size())));
    byMachine.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Key::scope).thenComparing(Key::instanceId)))
        .forEach(one -> problems.add(problem(one.getKey(), one.getValue())));
    return problems;
  }

  private static CollectionProblem problem(Key key, Missing missing) {
    return CollectionProblem.of(
        key.scope(),
        key.instanceId(),
        missing.why().kind(),
        "No new samples of "
            + key.instanceId()
            + " for "
            + missing.metrics().stream().collect(Collectors.joining(", "))
            + ": "
            + missing.why().getMessage());
  }
}
