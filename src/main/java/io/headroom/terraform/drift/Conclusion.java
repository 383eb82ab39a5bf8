package io.headroom.terraform.drift;

import java.util.stream.Collectors;

/** Says in words who differs from whom, and what to do. */
public final class Conclusion {

  private Conclusion() {}

  /** Returns the words, without a full stop. */
  public static String of(Difference difference) {
    return difference.facet() == Facet.MACHINE ? missing(difference) : differing(difference);
  }

  private static String missing(Difference difference) {
    String where =
        difference.says().entrySet().stream()
            .filter(one -> one.getValue().isEmpty())
            .map(one -> one.getKey().words())
            .collect(Collectors.joining(" and "));
    String remedy =
        difference.of(Place.CLOUD).isEmpty()
            ? "it is gone or was not collected; collect again, or take it out of the others"
            : difference.of(Place.STATE).isEmpty() && difference.says().containsKey(Place.STATE)
                ? "Terraform does not manage it; terraform import it, or take it out of the file"
                : "the variables do not cover it; headroom tfvars writes them";
    return "not in " + where + ": " + remedy;
  }

  private static String differing(Difference difference) {
    return difference
        .odd()
        .map(Conclusion::odd)
        .orElseGet(
            () ->
                difference.says().size() == Place.values().length
                    ? "all three differ; headroom collect, then terraform plan"
                    : difference.says().keySet().stream()
                            .map(Place::words)
                            .collect(Collectors.joining(" and "))
                        + " differ");
  }

  private static String odd(Place odd) {
    return switch (odd) {
      case FILE ->
          "the file differs from state and cloud: changed by hand, or not applied yet; terraform"
              + " apply carries it out";
      case STATE ->
          "the state differs from file and cloud: it is stale; terraform apply -refresh-only";
      case CLOUD ->
          "the cloud differs from file and state: changed outside of Terraform; terraform apply"
              + " takes it back, or put the new size into the file";
    };
  }
}
