package io.headroom.testing;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the calls of an SDK that the code of a package makes, lambdas and references included. */
public final class SdkCalls {

  private SdkCalls() {}

  /** A method of the SDK that is called: its class and its name. */
  public record Called(String owner, String method) {
    /** Returns the name of the class without its package. */
    public String simpleOwner() {
      return owner.substring(owner.lastIndexOf('.') + 1);
    }
  }

  /**
   * Returns what the calls of a package and those below it mean, tests left out.
   *
   * @param meaning the permission a call needs; nothing if it is no call to the service
   */
  public static NavigableSet<String> in(
      String packageName, Function<Called, Optional<String>> meaning) {
    NavigableSet<String> found = new TreeSet<>();
    for (JavaClass from :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(packageName)) {
      for (JavaAccess<?> access : from.getAccessesFromSelf()) {
        meaning
            .apply(new Called(access.getTargetOwner().getFullName(), access.getTarget().getName()))
            .ifPresent(found::add);
      }
    }
    return found;
  }
}
