package io.headroom.terraform.state;

import java.util.List;
import java.util.Optional;

/**
 * Where Terraform has a resource: {@code module.erp["acme"].aws_instance.web[0]}.
 *
 * @param text the address as Terraform writes it
 * @param indexes what stands in brackets, from the outermost module to the resource itself
 */
public record ResourceAddress(String text, List<Index> indexes) {

  /**
   * One pair of brackets.
   *
   * @param key the key of a {@code for_each}; absent for the number of a {@code count}
   */
  public record Index(Optional<String> key) {}

  /** Copies the list. */
  public ResourceAddress {
    indexes = List.copyOf(indexes);
  }

  /**
   * Returns the address as it is written.
   *
   * @throws IllegalArgumentException if brackets or quotes do not close
   */
  public static ResourceAddress parse(String text) {
    return new ResourceAddress(text, new AddressScanner(text).indexes());
  }

  /**
   * Returns the key of the machine in a map of variables: the innermost index, if it is the key of
   * a {@code for_each}; of a machine that is counted, or alone, it is the whole address.
   */
  public String key() {
    return indexes.isEmpty() ? text : indexes.get(indexes.size() - 1).key().orElse(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
