package io.headroom.report;

import io.headroom.model.verdict.FindingReason;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons of a finding in words. */
public final class ReasonWords {

  private ReasonWords() {}

  /** Returns all reasons in one sentence without a full stop, the first letter upper case. */
  static String joined(List<FindingReason> reasons) {
    String words = reasons.stream().map(ReasonWords::of).collect(Collectors.joining("; "));
    return Words.upperFirst(words);
  }

  /** Returns a reason, without a full stop. */
  public static String of(FindingReason reason) {
    return switch (reason) {
      case OPTED_OUT -> "a tag opts it out";
      case NO_POLICY -> "no policy is for it";
      case FROZEN -> "a freeze is in force";
      case STOPPED -> "it is not running";
      case UNKNOWN_INSTANCE_TYPE -> "its instance type is not in the catalog of its region";
      case UNKNOWN_REGION -> "its region is not in the catalog";
      case CPU_NOT_COLLECTED -> "no CPU samples";
      case HISTORY_TOO_SHORT -> "too little CPU history for a verdict";
      case CPU_CENSORED -> "CPU demand is cut off by the machine itself";
      case CPU_OVER_CAPACITY -> "CPU demand exceeds what the type sustains";
      case CPU_SHORT_OF_HEADROOM -> "CPU demand fits, its headroom does not";
      case MEMORY_CENSORED -> "memory demand is cut off by the machine itself";
      case MEMORY_OVER_CAPACITY -> "memory demand exceeds the memory";
      case MEMORY_SHORT_OF_HEADROOM -> "memory demand fits, its headroom does not";
      case WORKERS_DO_NOT_FIT -> "the workers that are needed do not fit";
      case CPU_OVER_PROVISIONED -> "a type with fewer vCPUs does";
      case MEMORY_OVER_PROVISIONED -> "a type with less memory does";
      case CHEAPER_GENERATION -> "the size is right, another type of that size is cheaper";
      case SAVING_BELOW_MINIMUM -> "cheaper types save too little for a change";
      case COOL_DOWN -> "its type was changed a short while ago";
      case NOTHING_FITS -> "no type of the candidate rules fits";
      case ELASTIC_OR_RUNAWAY -> "it fills any size: elastic or runaway";
      case PRESENT_TYPE_WITHOUT_PRICE -> "its present type has no price to compare with";
      case NEARLY_NO_LOAD -> "nearly nothing runs on it";
    };
  }
}
