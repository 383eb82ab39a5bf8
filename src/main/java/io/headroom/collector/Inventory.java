package io.headroom.collector;

import java.util.List;

/**
 * What is running: the machines of the accounts and projects a person named. Adapters are safe for
 * use by several threads at once, for different scopes.
 */
public interface Inventory {

  /** Returns what it reads, in the order of {@link Scope}; none twice. Makes no call. */
  List<Scope> scopes();

  /**
   * Hands over every machine of a scope, page by page as it comes, in any order, each once.
   * Machines that are gone (terminated) are left out, stopped ones are not. What is not known of a
   * machine stays unknown, and a fact that could not be asked for (a denied call, say) is unknown
   * with a problem.
   *
   * @throws io.headroom.model.cloud.CloudException if the list of machines breaks off; those handed
   *     over before are whole, and others may exist
   */
  void read(Scope scope, InventorySink sink);
}
