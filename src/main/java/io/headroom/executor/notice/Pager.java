package io.headroom.executor.notice;

/** Tells a person. A page is kept with its operation until it was delivered. */
public interface Pager {

  /**
   * Delivers a page. It may be delivered twice.
   *
   * @throws UndeliveredException if nobody could be told
   */
  void page(Page page);
}
