package io.headroom.executor.run;

import io.headroom.executor.journal.Claim;
import io.headroom.executor.notice.Page;
import io.headroom.executor.notice.Pager;
import io.headroom.executor.notice.UndeliveredException;
import io.headroom.executor.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Delivers pages after they are stored, each until somebody took it. A pager that is down never
 * holds an operation up.
 */
final class PageDelivery {

  private final Pager pager;
  private final Set<Page> delivered = new HashSet<>();

  PageDelivery(Pager pager) {
    this.pager = pager;
  }

  /** Delivers the pages of an operation that this replica has not delivered yet. */
  void deliver(Operation operation) {
    for (Page page : operation.unsent()) {
      if (!delivered.contains(page)) {
        attempt(page);
      }
    }
  }

  /** Delivers a page that could not be stored. */
  void attempt(Page page) {
    try {
      pager.page(page);
      delivered.add(page);
    } catch (UndeliveredException later) {
      // it stays with the operation and is tried at its next turn
    }
  }

  /** Returns the claim with its operation freed of the pages that were delivered. */
  Claim cleared(Claim claim) {
    List<Page> left = new ArrayList<>(claim.operation().unsent());
    left.removeAll(delivered);
    return left.size() == claim.operation().unsent().size()
        ? claim
        : new Claim(
            claim.operation().withUnsent(left),
            claim.owner(),
            claim.epoch(),
            claim.now(),
            claim.wish());
  }
}
