package io.headroom.terraform.proposal;

import io.headroom.advice.Problem;
import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.terraform.state.ManagedMachine;
import io.headroom.terraform.state.TerraformState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a state with the machines that were recorded: a stale one is told. */
public final class StateReview {

  private StateReview() {}

  /**
   * Returns what of the state is not as recorded: machines that are not there, and machines of
   * another type. By id.
   */
  public static List<Problem> problems(TerraformState state, Collection<Instance> recorded) {
    Map<String, Instance> byId = new TreeMap<>();
    recorded.forEach(machine -> byId.put(machine.id(), machine));
    List<Problem> problems = new ArrayList<>();
    state
        .machines()
        .forEach(
            (id, at) ->
                problem(state, at.get(0), Optional.ofNullable(byId.get(id)))
                    .ifPresent(problems::add));
    return problems;
  }

  private static Optional<Problem> problem(
      TerraformState state, ManagedMachine managed, Optional<Instance> recorded) {
    String shown = managed.id() + " (" + Excerpt.escaped(managed.address().text()) + ")";
    if (recorded.isEmpty()) {
      return Optional.of(
          new Problem(
              "not_recorded",
              managed.id(),
              "Cannot find "
                  + shown
                  + " of the state in the recording: it is gone, or of an account or region that was"
                  + " not collected; collect again, or refresh the state with terraform apply"
                  + " -refresh-only"));
    }
    String now = recorded.get().type().present();
    return managed.instanceType().isEmpty() || managed.instanceType().equals(now)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "stale_state",
                managed.id(),
                "Cannot trust "
                    + state.name()
                    + " on "
                    + shown
                    + ": it says "
                    + Excerpt.of(managed.instanceType())
                    + ", the recording "
                    + now
                    + "; refresh it with terraform apply -refresh-only, or collect again if the"
                    + " recording is older"));
  }
}
