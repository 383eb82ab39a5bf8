package io.headroom.advice.backtest;

/** Why a machine took no part in a backtest. */
public enum LeftOut {
  /** Its record has no room for a training part and a test part. */
  TOO_SHORT("observed for less than a training part and a test part"),
  /** No CPU series of the kind that is played. */
  NO_CPU("no CPU samples of the kind that is played"),
  /** Gaps take more than half of a part, in every cut. */
  GAPS("more than half of the training part or of the test part is gaps"),
  /** Its type is not in the catalog, or nobody knows which it was at the cut. */
  UNKNOWN_TYPE("instance type not known at the cut"),
  /** Its region is not in the catalog. */
  UNKNOWN_REGION("region without a catalog"),
  /** Its type has no price, so nothing is relative to it. */
  NO_PRICE("instance type without a price"),
  /** It is priced in another currency than most machines. */
  OTHER_CURRENCY("priced in another currency than most machines");

  private final String words;

  LeftOut(String words) {
    this.words = words;
  }

  /** Returns the reason in words, after "left out:". */
  public String words() {
    return words;
  }
}
