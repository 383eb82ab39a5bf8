package io.headroom.terraform.variables;

import io.headroom.document.Excerpt;
import java.util.regex.Pattern;

/**
 * Name of a Terraform variable. Nothing else may stand there: it is the one text in a file of
 * variables that configurations refer to.
 */
public record VariableName(String text) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** The name unless another is asked for. */
  public static final VariableName INSTANCES = new VariableName("instances");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is no identifier of Terraform
   */
  public VariableName {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Invalid variable name: "
              + Excerpt.quoted(text)
              + "; expected letters, digits, _ and -, the first a letter or _");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
