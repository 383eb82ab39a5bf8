package io.headroom.model.verdict;

/** Why a finding was made; a verdict may have several. */
public enum FindingReason {
  /** A tag opts the machine out. */
  OPTED_OUT,
  /** No policy is for this machine. */
  NO_POLICY,
  /** A freeze of the calendar is in force. */
  FROZEN,
  /** The machine is not running. */
  STOPPED,
  /** The instance type is not in the catalog of its region. */
  UNKNOWN_INSTANCE_TYPE,
  /** The catalog has no such region. */
  UNKNOWN_REGION,
  /** No CPU metric. */
  CPU_NOT_COLLECTED,
  /** CPU history is too short for a verdict. */
  HISTORY_TOO_SHORT,
  /** The machine cut CPU demand off. */
  CPU_CENSORED,
  /** CPU demand exceeds what the type sustains. */
  CPU_OVER_CAPACITY,
  /** CPU demand fits, its headroom does not. */
  CPU_SHORT_OF_HEADROOM,
  /** The machine cut memory demand off. */
  MEMORY_CENSORED,
  /** Memory demand, pools included, exceeds the memory. */
  MEMORY_OVER_CAPACITY,
  /** Memory demand fits, its headroom does not. */
  MEMORY_SHORT_OF_HEADROOM,
  /** The present type cannot hold the workers that are needed. */
  WORKERS_DO_NOT_FIT,
  /** A type with fewer vCPUs fits. */
  CPU_OVER_PROVISIONED,
  /** A type with less memory fits. */
  MEMORY_OVER_PROVISIONED,
  /** A type of the same size is cheaper. */
  CHEAPER_GENERATION,
  /** A cheaper type fits, but saves too little. */
  SAVING_BELOW_MINIMUM,
  /** The type was changed a short while ago. */
  COOL_DOWN,
  /** No larger type of the candidate rules fits the demand. */
  NOTHING_FITS,
  /** CPU is cut off on any size. */
  ELASTIC_OR_RUNAWAY,
  /** The present type has no price, so it is never over-provisioned on price. */
  PRESENT_TYPE_WITHOUT_PRICE,
  /** CPU and network say that nearly nothing runs. */
  NEARLY_NO_LOAD
}
