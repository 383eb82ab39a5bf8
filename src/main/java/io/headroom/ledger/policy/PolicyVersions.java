package io.headroom.ledger.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The texts of policies by name and version. What a text means is not looked at. */
public interface PolicyVersions {

  /**
   * Keeps a text as the newest version of its policy, and returns it. If the newest version has the
   * same text already, that one is returned and nothing changes.
   */
  PolicyVersion keep(String name, String text, String author, Instant at);

  /** Returns the newest version of a policy. */
  Optional<PolicyVersion> latest(String name);

  /** Returns a version of a policy. */
  Optional<PolicyVersion> find(String name, int number);

  /** Returns the newest version of each policy, by name. */
  List<PolicyVersion> list();

  /** Returns all versions of a policy, newest first; none if there is no such policy. */
  List<PolicyVersion> history(String name);
}
