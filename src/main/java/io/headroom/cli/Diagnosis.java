package io.headroom.cli;

import io.headroom.collector.AccessReport;
import io.headroom.collector.Permission;
import io.headroom.collector.examination.ScopeFindings;
import io.headroom.model.machine.Provider;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the doctor found.
 *
 * @param checks everything that was looked at, in order
 * @param scopes the parts of clouds that were, in order
 */
record Diagnosis(List<DoctorCheck> checks, List<ScopeFindings> scopes) {

  Diagnosis {
    checks = List.copyOf(checks);
    scopes = List.copyOf(scopes);
  }

  /** Returns the permissions that were refused in some scope, by provider. */
  SortedMap<Provider, List<Permission>> missing() {
    return scopes.stream()
        .flatMap(
            found ->
                found.access().missing().stream()
                    .map(permission -> new Missing(found.scope().provider(), permission)))
        .distinct()
        .collect(
            Collectors.groupingBy(
                Missing::provider,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.mapping(Missing::permission, Collectors.toList()),
                    all -> all.stream().sorted().toList())));
  }

  private record Missing(Provider provider, Permission permission) {}

  /** Returns how many things there are to mend. */
  long bad() {
    return checks.stream().filter(DoctorCheck::isBad).count();
  }

  /** Returns 1 if clouds were asked and none could be read, 3 if something is missing, else 0. */
  int exitCode() {
    boolean isAnyReadable =
        scopes.stream().map(ScopeFindings::access).anyMatch(AccessReport::isReadable);
    if (!scopes.isEmpty() && !isAnyReadable) {
      return ExitCode.ERROR;
    }
    return bad() == 0 ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
