package io.headroom.proof.resize;

import io.headroom.proof.PlantedBug;
import java.util.List;

/** Mistakes that people make in an executor, planted one at a time. */
final class ResizeBugs {

  private ResizeBugs() {}

  private static PlantedBug bug(String file, String find, String replacement, String breaks) {
    return new PlantedBug("executor/" + file, find, replacement, breaks);
  }

  static final List<PlantedBug> ALL =
      List.of(
          bug(
              "journal/MemoryJournal.java",
              "row == null || row.epoch != claim.epoch()",
              "row == null",
              "the epoch is not checked"),
          bug(
              "journal/MemoryJournal.java",
              "      row.epoch++;",
              "      row.epoch = Math.max(1, row.epoch);",
              "a new owner has no new epoch"),
          bug(
              "journal/MemoryJournal.java",
              "return owner.isEmpty() || owner.get().equals(replica) || !now.isBefore(leaseEnds);",
              "return true;",
              "a lease keeps nobody out"),
          bug(
              "run/Turn.java",
              "if (!watch.mayAct()) {\n      return intended;\n    }",
              "",
              "changes are made when the lease is nearly over"),
          bug(
              "run/Turn.java",
              "Operation intended = move.operation().withNextIntent();",
              "Operation intended = move.operation();",
              "changes share the number of an intent"),
          bug(
              "run/Turn.java",
              "changed(decision.scene(), decision.move(), watch)",
              "changed(scene, decision.move(), watch)",
              "an answer is judged from a scene that is over"),
          bug(
              "run/Disappearance.java",
              "missing.tally().missing() >= LOOKS",
              "missing.tally().missing() >= 1 || missing.tally().missing() >= LOOKS",
              "one look is proof"),
          bug(
              "run/Disappearance.java",
              "missing.tally().missing() >= LOOKS",
              "missing.tally().missing() < 0",
              "a deleted machine is looked for without an end"),
          bug(
              "stage/Preparing.java",
              "return health.isHealthy()",
              "return !health.isHealthy() || health.isHealthy()",
              "an application that is not well is stopped"),
          bug(
              "stage/Shrinking.java",
              "return Move.on(operation.in(Phase.SWITCHING, scene.now()));\n      }\n    } catch",
              "return Move.on(operation.in(Phase.BAKING, scene.now()));\n      }\n    } catch",
              "the resize is left out"),
          bug(
              "stage/Shrinking.java",
              "operation.resize().workers().map(WorkerChange::whileChanging)",
              "operation.resize().workers().map(WorkerChange::before)",
              "workers are not brought down before memory is"),
          bug(
              "stage/WhileRunning.java",
              "!scene.isWithin(validated.get(), scene.patience().fresh())",
              "validated.get().isAfter(scene.now())",
              "what was checked long ago counts at the stop"),
          bug(
              "stage/WhileRunning.java",
              "return scene.showsRunBefore() ? stopNotSeen() : back();",
              "return back();",
              "an old look is taken for a machine that is back"),
          bug(
              "stage/WhileRunning.java",
              "if (!scene.outage().starts().contains(type)) {",
              "if (type.isEmpty()) {",
              "a start by somebody else is taken for one's own"),
          bug(
              "stage/WhileRunning.java",
              "running.on(operation.course().towards(type, why)).in(Phase.VERIFYING, scene.now())",
              "running.on(operation.course().towards(type, why)).in(Phase.GROWING, scene.now())",
              "nobody asks whether it is well"),
          bug(
              "stage/WhileStopped.java",
              "return type.equals(target)\n        ? Move.act(heading.with(heading.outage().askingStart(type)), Action.start(type))",
              "return !type.isEmpty()\n        ? Move.act(heading.with(heading.outage().askingStart(type)), Action.start(type))",
              "it is started before its type is changed"),
          bug(
              "stage/WhileStopped.java",
              "if (isForeign(operation, type)) {",
              "if (type.isEmpty()) {",
              "a type that somebody else chose is overwritten"),
          bug(
              "stage/WhileStopped.java",
              "        : Ending.superseded(scene, \"somebody else stopped the machine again\");",
              "        : Move.on(withRunOver());",
              "a machine that somebody else stopped is started"),
          bug(
              "stage/WhileStopped.java",
              "if (scene.seen().run().cause() == StopCause.PROVIDER) {",
              "if (scene.seen().type().isEmpty()) {",
              "a start that failed later is waited for"),
          bug(
              "stage/StopAnswered.java",
              "answer.result() == Result.NOTHING_TO_DO && earlier.isEmpty()",
              "answer.result() == Result.NOTHING_TO_DO",
              "one's own lost stop is taken for somebody else's"),
          bug(
              "stage/StopAnswered.java",
              "if (answer.result() == Result.UNKNOWN) {",
              "if (answer.result() == Result.UNKNOWN && scene.outage().isBeyondStop()) {",
              "a stop without an answer is taken for none"),
          bug(
              "stage/Answer.java",
              "case TIMED_OUT, UNAVAILABLE, UNEXPECTED -> Result.UNKNOWN;",
              "case TIMED_OUT, UNAVAILABLE, UNEXPECTED -> Result.REFUSED;",
              "no answer is taken for no effect"),
          bug(
              "stage/TypeAnswered.java",
              "NextTarget.forGood(scene, intended, type, answer.text());",
              "Move.on(intended.ended(new io.headroom.model.resize.Outcome("
                  + "io.headroom.model.resize.Outcome.Kind.PUT_BACK, \"\")));",
              "a refused type ends it, stopped"),
          bug(
              "stage/NextTarget.java",
              "return operation.resize().allowedTypes().stream()\n        .filter(",
              "return java.util.stream.Stream.of(from)\n        .filter(",
              "the fallbacks are forgotten"),
          bug(
              "stage/RunningWatch.java",
              "scene.mayBeOwnStop() || scene.seen().run().cause() == StopCause.PROVIDER",
              "scene.seen().run().cause() == StopCause.PROVIDER",
              "one's own late stop is taken for somebody else's"),
          bug(
              "stage/RunningWatch.java",
              ".findingUnfit(type)",
              "",
              "the type that did not do is not remembered"),
          bug(
              "stage/Growing.java",
              "? change.before()\n        : change.after()",
              "? change.after()\n        : change.after()",
              "the old type gets the workers of the new one"),
          bug(
              "stage/Baking.java",
              "if (scene.mayStillBeStopped()) {\n      return false;\n    }",
              "",
              "it ends while a stop of its own may still come"),
          bug(
              "stage/Ending.java",
              "return Move.on(concluding.in(Phase.GROWING, scene.now()));",
              "return Move.on(concluding.in(Phase.CLOSING, scene.now()));",
              "workers stay down when it is given up"),
          bug(
              "stage/AwayAlarm.java",
              "isHeld(operation) && !now.isBefore(",
              "isHeld(operation) && now.isBefore(",
              "people are told when all is well, and not when it is not"));
}
