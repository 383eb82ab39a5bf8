package io.headroom.model.policy;

/**
 * Everything that decides what a machine should be. Which machines it is for is not part of it.
 *
 * @param name its name, shown in every verdict
 * @param description one sentence for people
 */
public record Policy(
    String name,
    String description,
    HistoryRule history,
    DimensionRule cpu,
    DimensionRule memory,
    Growth growth,
    CandidateRule candidates,
    WorkerRule workers,
    ChangeRule change,
    Calendar calendar) {

  /** Returns this policy with another rule about history. */
  public Policy withHistory(HistoryRule other) {
    return new Policy(
        name, description, other, cpu, memory, growth, candidates, workers, change, calendar);
  }
}
