package io.headroom.recording.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Collects problems in bounded memory: the first thousand in their order are kept, the rest are
 * counted. Which are kept does not depend on the order they come in.
 */
public final class ProblemLog {

  private static final int LISTED = 1000;

  private final PriorityQueue<RecordingProblem> listed =
      new PriorityQueue<>(RecordingProblem.ORDER.reversed());
  private long unlisted;

  /** Adds a problem. */
  public void add(RecordingProblem problem) {
    listed.add(problem);
    if (listed.size() > LISTED) {
      listed.remove();
      unlisted++;
    }
  }

  /** Adds what another log holds. */
  public void addAll(ProblemLog other) {
    other.listed.forEach(this::add);
    unlisted += other.unlisted;
  }

  /** Whether there is no problem. */
  public boolean isEmpty() {
    return listed.isEmpty();
  }

  /** Returns the problems by file and line; if there are too many, the last one counts the rest. */
  public List<RecordingProblem> inOrder() {
    List<RecordingProblem> problems = new ArrayList<>(listed);
    problems.sort(RecordingProblem.ORDER);
    if (unlisted > 0) {
      RecordingProblem last = problems.get(problems.size() - 1);
      problems.add(
          RecordingProblem.ofFile(
              last.file(),
              "Cannot list all problems of "
                  + last.file()
                  + ": "
                  + unlisted
                  + " more follow these "
                  + LISTED
                  + "; mend these and read it again"));
    }
    return List.copyOf(problems);
  }
}
