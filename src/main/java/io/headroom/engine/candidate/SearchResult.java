package io.headroom.engine.candidate;

import io.headroom.model.verdict.Rejection;
import java.util.List;
import java.util.SortedMap;

/**
 * What a search found.
 *
 * @param fits types that fit, best first
 * @param rejected types of the candidate rules that were looked at and do not do, by price
 * @param excludedByRule how many of the types looked at each candidate rule left out
 * @param stepLimited whether a cheaper type was refused only because it is too small a step down
 */
public record SearchResult(
    List<Candidate> fits,
    List<Rejection> rejected,
    SortedMap<String, Integer> excludedByRule,
    boolean stepLimited) {}
