package io.headroom.terraform.proposal;

import io.headroom.document.Excerpt;
import io.headroom.model.machine.Instance;
import io.headroom.terraform.state.TerraformState;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where the key of a machine in the map of variables comes from.
 *
 * @param lacks what a machine lacks that has no key, after "it"
 * @param candidates the keys of a machine; none if it has none, and more than one if nobody can say
 *     which
 */
public record KeyRule(String lacks, Function<Instance, List<Candidate>> candidates) {

  /**
   * A key, and where it was found.
   *
   * @param key the key, in the form in which Terraform compares texts: NFC
   * @param origin address of the resource, or the key again
   */
  public record Candidate(String key, String origin) {

    /** Normalizes the key. Source: go-cty, "String" values are NFC. */
    public Candidate {
      key = Normalizer.normalize(key, Normalizer.Form.NFC);
    }

    private static List<Candidate> of(String key) {
      return key.isBlank() ? List.of() : List.of(new Candidate(key, key));
    }
  }

  /** The name people gave the machine. */
  public static KeyRule name() {
    return new KeyRule("has no name", machine -> Candidate.of(machine.name()));
  }

  /** The provider's id. */
  public static KeyRule id() {
    return new KeyRule("has no id", machine -> Candidate.of(machine.id()));
  }

  /** The value of an EC2 tag or a GCE label. */
  public static KeyRule tag(String tag) {
    return new KeyRule(
        "has no tag " + Excerpt.of(tag),
        machine -> Candidate.of(machine.tags().getOrDefault(tag, "")));
  }

  /** The key of the {@code for_each} that made the machine, as Terraform's state shows it. */
  public static KeyRule state(TerraformState state) {
    return new KeyRule(
        "is not in the state " + state.name(),
        machine ->
            state.at(machine.id()).stream()
                .map(managed -> new Candidate(managed.key(), managed.address().text()))
                .toList());
  }

  /** Keys that somebody wrote down come first, by id. */
  public KeyRule after(Map<String, String> keys) {
    Map<String, String> byId = new TreeMap<>(keys);
    return new KeyRule(
        lacks,
        machine ->
            byId.containsKey(machine.id())
                ? Candidate.of(byId.getOrDefault(machine.id(), ""))
                : candidates.apply(machine));
  }
}
